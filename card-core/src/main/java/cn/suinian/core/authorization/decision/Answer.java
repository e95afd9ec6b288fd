package cn.suinian.core.authorization.decision;

import cn.suinian.core.entitlement.policy.JourneyPairing;
import cn.suinian.core.money.Payer;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a tap: everything the answer to the terminal is made from, and exactly what is stored, so that a
 * tap sent again gets the same answer.
 *
 * @param reason null: approved
 * @param subsidyFen what the payer pays; never more than the amount
 * @param grant by which rule and by whom; null when nothing was granted
 * @param balanceLeft what is left of the benefit, in its own unit; null when nothing runs out
 * @param journey what a metro tap became; null for every other tap
 */
public record Answer(
        @Nullable DeclineReason reason,
        int subsidyFen,
        @Nullable Grant grant,
        @Nullable Integer balanceLeft,
        @Nullable Journey journey) {

    /**
     * By which rule a subsidy was granted.
     *
     * @param benefit code of the benefit
     * @param operatorSubsidyFen what the vendor gets on top
     * @param deliverySubsidyFen what the vendor gets for bringing it
     */
    public record Grant(int ruleId, String benefit, Payer payer, int operatorSubsidyFen, int deliverySubsidyFen) {}

    /**
     * What a metro tap became, and the tap it was paired with.
     *
     * @param pairTerminal zero when there is no partner
     */
    public record Journey(JourneyPairing.Outcome outcome, long pairTerminal, long pairSeq) {}

    /** A decline: nothing is paid. */
    public static Answer declined(DeclineReason reason, @Nullable Integer balanceLeft) {
        return new Answer(reason, 0, null, balanceLeft, null);
    }

    /** Whether the tap was approved. */
    public boolean approved() {
        return reason == null;
    }
}
