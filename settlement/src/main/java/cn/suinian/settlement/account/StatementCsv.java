package cn.suinian.settlement.account;

import cn.suinian.settlement.clearing.LineCells;
import cn.suinian.settlement.clearing.LineWords;
import cn.suinian.settlement.csv.CsvRow;
import cn.suinian.settlement.csv.CsvRow.Yuan;
import java.io.IOException;
import java.time.LocalDate;

/** A statement as CSV, row by row, with the balance after each. Amounts are yuan. */
final class StatementCsv {

    private static final String HEADER = CsvRow.of(LineCells.names(
            "对方 party",
            "依据 reference",
            "金额 amount",
            "余额 balance",
            "内容名称 what in words",
            "付款方名称 payer in words",
            "业务名称 service in words",
            "对方名称 party in words"));

    private final Appendable out;
    private final StatementWords words;
    private long balanceFen;
    private long rows;

    StatementCsv(Appendable out, StatementWords words, long openingFen) {
        this.out = out;
        this.words = words;
        this.balanceFen = openingFen;
    }

    long rows() {
        return rows;
    }

    void begin(LocalDate day) throws IOException {
        out.append(CsvRow.BYTE_ORDER_MARK).append(HEADER).append(balance(StatementWords.OPENING, day));
    }

    void write(Accounts.Day day) throws IOException {
        for (AccountLine line : day.lines()) {
            balanceFen = Math.addExact(balanceFen, line.payableFen());
            out.append(row(line));
        }
        for (AccountEntry entry : day.entries()) {
            balanceFen = Math.addExact(balanceFen, entry.fen());
            out.append(row(entry));
        }
        rows += day.lines().size() + day.entries().size();
    }

    void end(LocalDate day, long closingFen) throws IOException {
        if (balanceFen != closingFen) {
            throw new IllegalStateException(
                    "the rows of a statement come to %d fen, the journal to %d".formatted(balanceFen, closingFen));
        }
        out.append(balance(StatementWords.CLOSING, day));
    }

    private String row(AccountLine line) {
        return CsvRow.of(LineCells.of(
                line.day(),
                line.reversal(),
                line.cleared(),
                null,
                null,
                new Yuan(line.payableFen()),
                new Yuan(balanceFen),
                LineWords.what(line.reversal()),
                LineWords.of(line.cleared().payer()),
                LineWords.of(line.cleared().service()),
                null));
    }

    private String row(AccountEntry entry) {
        return CsvRow.of(LineCells.none(
                entry.day(),
                entry.kind().name(),
                entry.party(),
                entry.reference(),
                new Yuan(entry.fen()),
                new Yuan(balanceFen),
                StatementWords.what(entry.kind()),
                null,
                null,
                words.party(entry.party())));
    }

    private String balance(String what, LocalDate day) {
        return CsvRow.of(LineCells.none(
                day, what, null, null, null, new Yuan(balanceFen), StatementWords.balance(what), null, null, null));
    }
}
