package cn.suinian.settlement.reconciliation;

import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A vendor's business day: what we cleared, what it states, and what is open between the two.
 *
 * @param ours what was cleared, less what was taken back on that day
 * @param theirs rows that count of statements that count; empty: there is no such statement, or whoever looks sees one
 *     payer's part, which no statement tells
 * @param openBreaks of that day
 * @param toDecide of these, without those that heal or age by themselves
 * @param riskFen money at risk in those
 */
public record VendorDay(
        int vendorId,
        LocalDate day,
        Standing standing,
        Figures ours,
        Optional<Figures> theirs,
        long openBreaks,
        long toDecide,
        long riskFen) {

    /** What is to be done first in front: breaks by their money, then what is not compared, then the rest. */
    static final Comparator<VendorDay> FIRST_TO_DO = Comparator.comparing(VendorDay::turn)
            .thenComparing(each -> each.turn() == Turn.BREAKS ? Standing.COMPARED : each.standing())
            .thenComparing(Comparator.comparingLong(VendorDay::riskFen)
                    .thenComparingLong(VendorDay::openBreaks)
                    .reversed());

    private enum Turn {
        BREAKS,
        STATEMENT,
        NOTHING
    }

    private Turn turn() {
        return switch (standing) {
            case OVERDUE, HELD, NOT_COMPARED, AWAITED, EXCUSE_ASKED -> Turn.STATEMENT;
            case EXCUSED, COMPARED -> toDecide > 0 ? Turn.BREAKS : Turn.NOTHING;
        };
    }

    /** What there is of a statement, in the order of how much somebody has to do about it. */
    public enum Standing {
        /** The days agreed are over, and there is none. */
        OVERDUE,
        /** There is one whose trailer is missing or disagrees. */
        HELD,
        /** One came or went since the day was compared. */
        NOT_COMPARED,
        /** There is none yet. */
        AWAITED,
        /** There is none, and somebody asked that the vendor be excused. */
        EXCUSE_ASKED,
        /** There is none, and none is wanted. */
        EXCUSED,
        /** It was compared. */
        COMPARED
    }

    /**
     * A number of taps and their money in fen.
     *
     * @param subsidyFen what payers owe of the amount
     * @param extraFen what payers owe on top, for having served and brought it
     */
    public record Figures(long taps, long amountFen, long subsidyFen, long extraFen) {}

    /**
     * Everything about it.
     *
     * @param run the last comparison; empty: there was none
     * @param bridge from our subsidy to theirs; empty: nothing of theirs is seen, or nothing was compared
     * @param excuse empty: a statement is wanted
     */
    public record Detail(
            VendorDay it,
            List<Line> lines,
            List<OfKind> kinds,
            Optional<Run> run,
            Optional<Excuse> excuse,
            Optional<Bridge> bridge) {

        public Detail {
            lines = List.copyOf(lines);
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * One service on both sides.
     *
     * @param extraStated whether the vendor states what payers owe on top at all; what it does not is not compared
     */
    public record Line(Service service, Figures ours, Figures theirs, boolean extraStated) {}

    /**
     * Breaks of one kind.
     *
     * @param differenceFen of the open ones: what the vendor claims more; below zero: less
     * @param resolved by people or rules
     */
    public record OfKind(BreakKind kind, long open, long riskFen, long differenceFen, long resolved) {}

    /** A comparison. */
    public record Run(int runs, long rows, Instant at, String by) {}

    /** Who excused the vendor, and why. */
    public record Excuse(String reason, String by, Instant at) {}
}
