package cn.suinian.settlement.account;

import cn.suinian.settlement.clearing.LineCells;
import cn.suinian.settlement.csv.CsvRow;
import cn.suinian.settlement.csv.CsvRow.Yuan;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A statement as CSV, row by row, with the balance after each. Amounts are yuan. */
final class StatementCsv {

    private static final String HEADER =
            CsvRow.of(LineCells.names("对方 party", "依据 reference", "金额 amount", "余额 balance"));

    private final Appendable out;
    private long balanceFen;
    private long rows;

    StatementCsv(Appendable out, long openingFen) {
        this.out = out;
        this.balanceFen = openingFen;
    }

    long rows() {
        return rows;
    }

    void begin(LocalDate day) throws IOException {
        out.append(CsvRow.BYTE_ORDER_MARK).append(HEADER).append(balance("OPENING", day));
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
        out.append(balance("CLOSING", day));
    }

    private String row(AccountLine line) {
        return CsvRow.of(LineCells.of(
                line.day(),
                line.reversal(),
                line.cleared(),
                null,
                null,
                new Yuan(line.payableFen()),
                new Yuan(balanceFen)));
    }

    private String row(AccountEntry entry) {
        return other(entry.day(), entry.kind().name(), entry.party(), entry.reference(), new Yuan(entry.fen()));
    }

    private String balance(String what, LocalDate day) {
        return other(day, what, null, null, null);
    }

    private String other(
            LocalDate day, String what, @Nullable String party, @Nullable String reference, @Nullable Yuan amount) {
        return CsvRow.of(LineCells.none(day, what, party, reference, amount, new Yuan(balanceFen)));
    }
}
