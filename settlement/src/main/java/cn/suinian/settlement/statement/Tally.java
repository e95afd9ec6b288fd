package cn.suinian.settlement.statement;

import cn.suinian.settlement.statement.Statement.Held;
import cn.suinian.settlement.statement.format.StatementLine.Row;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up a file while it is read. */
final class Tally {
    private long lines;
    private long good;
    private long bad;
    private long amountFen;
    private long subsidyFen;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable Trailer trailer;

    void add(Row row) {
        good++;
        amountFen += row.amountFen();
        subsidyFen += row.subsidyFen();
        first = first == null || row.tapDate().isBefore(first) ? row.tapDate() : first;
        last = last == null || row.tapDate().isAfter(last) ? row.tapDate() : last;
        lines = row.lineNo();
    }

    void addFault(int lineNo) {
        bad++;
        lines = lineNo;
    }

    void end(Trailer found) {
        trailer = found;
        lines = found.lineNo();
    }

    /** What speaks against matching the file at once. Bad rows count as rows; their money cannot be known. */
    Set<Held> held() {
        Set<Held> held = EnumSet.noneOf(Held.class);
        if (trailer == null) {
            held.add(Held.TRAILER_MISSING);
            return held;
        }
        if (trailer.rows() != good + bad) {
            held.add(Held.ROWS_DIFFER);
        }
        if (trailer.amountFen() != amountFen) {
            held.add(Held.AMOUNT_DIFFERS);
        }
        if (trailer.subsidyFen() != subsidyFen) {
            held.add(Held.SUBSIDY_DIFFERS);
        }
        return held;
    }

    long lines() {
        return lines;
    }

    long good() {
        return good;
    }

    long bad() {
        return bad;
    }

    long amountFen() {
        return amountFen;
    }

    long subsidyFen() {
        return subsidyFen;
    }

    @Nullable
    LocalDate first() {
        return first;
    }

    @Nullable
    LocalDate last() {
        return last;
    }

    @Nullable
    Trailer trailer() {
        return trailer;
    }
}
