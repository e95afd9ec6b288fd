package cn.suinian.settlement.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.settlement.statement.format.RowProblem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The bad rows of a statement for a spreadsheet, page by page: no connection is held while somebody reads slowly. */
final class FaultCsv {
    private static final int AT_ONCE = 2_000;
    private static final String PAGE = """
            SELECT line_no, field, code, shown FROM statement_fault
            WHERE statement_id = ? AND line_no > ? ORDER BY line_no LIMIT ?
            """;

    private final Transactions transactions;

    FaultCsv(Transactions transactions) {
        this.transactions = transactions;
    }

    void write(int statementId, OutputStream out) throws SQLException, IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord("行号 line", "列 column", "内容 content", "原因", "reason", "代码 code");
        int last = 0;
        List<BadRow> page;
        do {
            int behind = last;
            page = transactions.run(transaction -> page(transaction, statementId, behind, AT_ONCE));
            for (BadRow each : page) {
                printer.printRecord(
                        each.lineNo(),
                        SpreadsheetText.harmless(each.field()),
                        SpreadsheetText.harmless(each.shown()),
                        each.problem().zh(),
                        each.problem().en(),
                        each.problem().name());
                last = each.lineNo();
            }
        } while (page.size() == AT_ONCE);
        writer.flush();
    }

    static List<BadRow> page(Connection transaction, int statementId, int behind, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            select.setInt(1, statementId);
            select.setInt(2, behind);
            select.setInt(3, most);
            List<BadRow> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(new BadRow(
                            row.getInt(1), row.getString(2), RowProblem.valueOf(row.getString(3)), row.getString(4)));
                }
            }
            return page;
        }
    }
}
