package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A difference between a vendor's statement and our taps; amounts in fen.
 *
 * @param day the business day: the statement's, or the one that a tap was cleared in
 * @param payer empty: nobody knows who would pay
 * @param money what payers owe for it
 * @param tap what it is about, as either side names it
 * @param source the row of a statement; empty: there is none
 * @param openedAt its age counts from here
 * @param assignee staff number of whoever works on it
 * @param version moves with every change
 */
public record Break(
        long breakNo,
        int vendorId,
        LocalDate day,
        BreakKind kind,
        BreakStatus status,
        Optional<Payer> payer,
        Service service,
        Money money,
        Tap tap,
        Optional<Source> source,
        OptionalLong groupId,
        Instant openedAt,
        Optional<Instant> closedAt,
        OptionalInt closedByRule,
        OptionalLong assignee,
        int version) {

    /**
     * Both sides.
     *
     * @param riskFen that may be paid wrongly
     * @param oursFen what payers owe by our taps
     * @param theirsFen what payers owe by the statement
     * @param ourAmountFen prices and fares by our taps
     * @param adjustedFen what adjustments gave the vendor for it; part of ours
     */
    public record Money(
            long riskFen, long oursFen, long theirsFen, long ourAmountFen, long theirAmountFen, long adjustedFen) {
        /** What the vendor claims more; below zero: less. */
        public long difference() {
            return theirsFen - oursFen;
        }
    }

    /** Whether it is open only because of its adjustment, whose cause went: that is to be turned round. */
    public boolean turnsRound() {
        return status.isOpen() && money.adjustedFen != 0 && money.difference() == -money.adjustedFen;
    }

    /**
     * The tap's key.
     *
     * @param holderId empty: we have no such tap
     */
    public record Tap(LocalDate date, long terminalId, long terminalSeq, int cardSerial, OptionalLong holderId) {}

    /** A row of a statement. */
    public record Source(int statementId, int lineNo) {}
}
