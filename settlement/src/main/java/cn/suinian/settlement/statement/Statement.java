package cn.suinian.settlement.statement;

import cn.suinian.settlement.statement.format.StatementFormat;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A statement that was taken in.
 *
 * @param day the business day that it is about
 * @param digest SM3 of the file, in hexadecimal
 * @param label what the file was called
 * @param held why it was not matched at once; empty: it was
 * @param lines of the file
 * @param trailer what the file says of itself
 */
public record Statement(
        int statementId,
        int vendorId,
        LocalDate day,
        String digest,
        String label,
        StatementFormat format,
        State state,
        Set<Held> held,
        long lines,
        Counts counts,
        Optional<Trailer> trailer,
        String receivedAs,
        Instant receivedAt,
        Optional<Decision> decision) {

    public Statement {
        held = Set.copyOf(held);
    }

    /** Whether it counts; the names are stored. */
    public enum State {
        /** Its rows are compared with taps. */
        READY,
        /** It waits for somebody to accept it. */
        HELD,
        /** It does not count, and never will again. */
        WITHDRAWN
    }

    /** Why a statement is held; the names are stored. */
    public enum Held {
        TRAILER_MISSING("没有合计行，文件可能没有传完。", "It has no trailer; it may have been cut off."),
        ROWS_DIFFER("合计行的笔数与明细不符。", "The trailer counts other rows than there are."),
        AMOUNT_DIFFERS("合计行的金额与明细不符。", "The trailer has another amount than the rows."),
        SUBSIDY_DIFFERS("合计行的补贴与明细不符。", "The trailer has another subsidy than the rows.");

        private final String zh;
        private final String en;

        Held(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /**
     * What its rows came to; amounts in fen, of good rows.
     *
     * @param good that could be read, repeated and contradicting ones among them
     * @param contrary that say something else of a tap than an earlier row
     */
    public record Counts(long good, long bad, long repeated, long contrary, long amountFen, long subsidyFen) {}

    /** Who accepted a held one or withdrew it, and why. */
    public record Decision(String by, Instant at, String why) {}
}
