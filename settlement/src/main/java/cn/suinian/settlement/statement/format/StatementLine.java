package cn.suinian.settlement.statement.format;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of a statement, read. */
public sealed interface StatementLine {

    /** Counted from 1, as an editor does. */
    int lineNo();

    /**
     * What the statement is.
     *
     * @param vendorCode as in the register
     * @param day the business day
     */
    record Header(int lineNo, String vendorCode, LocalDate day) implements StatementLine {}

    /**
     * A tap as the vendor states it; amounts in fen.
     *
     * @param extraFen null: the vendor does not say
     * @param payer null: the vendor does not say
     */
    record Row(
            int lineNo,
            LocalDate tapDate,
            long terminalId,
            long terminalSeq,
            int cardSerial,
            Instant tappedAt,
            Service service,
            int amountFen,
            int subsidyFen,
            @Nullable Integer extraFen,
            @Nullable Payer payer)
            implements StatementLine {}

    /**
     * A line that cannot be a row.
     *
     * @param field as the mapping names it; empty: the line as a whole
     * @param shown the beginning of what stood there; long numbers are masked
     */
    record Fault(int lineNo, String field, RowProblem problem, String shown) implements StatementLine {}

    /** What the file says of itself at its end; amounts in fen. */
    record Trailer(int lineNo, long rows, long amountFen, long subsidyFen) implements StatementLine {}
}
