package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What we have and what the vendor states for one break, field by field. Both are lists, since several rows may be
 * about one tap and the reverse; amounts in fen.
 */
public record Sides(List<Ours> ours, List<Theirs> theirs) {

    public Sides {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    /** What makes a tap the same on both sides. */
    public record Key(LocalDate date, long terminalId, long terminalSeq, int cardSerial) {}

    /** What a payer owes, and of what. */
    public record Amounts(long amountFen, long subsidyFen, OptionalLong extraFen) {}

    /**
     * A tap of ours.
     *
     * @param tac as stored; its beginning is in the name of the tap
     * @param clearedOn the business day that it is cleared in
     * @param reason 0: approved; else the number of the decline reason
     * @param reversed whether it was taken back
     */
    public record Ours(
            Key key,
            long tac,
            Instant tappedAt,
            LocalDate clearedOn,
            Service service,
            Amounts amounts,
            Optional<Payer> payer,
            int reason,
            boolean reversed) {}

    /**
     * A row of a statement.
     *
     * @param day of the statement
     * @param standing what it is beside other rows about the same tap
     */
    public record Theirs(
            Key key,
            Break.Source source,
            LocalDate day,
            Instant tappedAt,
            Service service,
            Amounts amounts,
            Optional<Payer> payer,
            Standing standing) {}

    /** What a row is beside others about the same tap. */
    public enum Standing {
        COUNTS,
        REPEATED,
        CONTRARY
    }
}
