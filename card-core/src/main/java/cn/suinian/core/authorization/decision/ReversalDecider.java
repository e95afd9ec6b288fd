package cn.suinian.core.authorization.decision;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.JourneyHalf.Kind;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.policy.JourneyPairing;
import cn.suinian.core.entitlement.policy.UseLimit;
import cn.suinian.core.entitlement.policy.Uses;
import cn.suinian.core.entitlement.policy.Voucher;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a tap is undone and what that gives back. As pure as {@link Decider}: the lunch, the visit or the
 * fen of a voucher can be used again; the card's counter cannot, because the card did make that tap.
 */
public final class ReversalDecider {

    /** What becomes of a request. */
    public sealed interface Verdict {
        /**
         * Undone, once it is posted.
         *
         * @param next the account once it is
         */
        record Undone(Reversal reversal, Account next) implements Verdict {}

        /** It was undone before; this is the row. */
        record UndoneBefore(Reversal reversal) implements Verdict {}

        /** There is no such tap. */
        record NeverSeen() implements Verdict {}

        /** It was declined, or is an identity check: there is nothing that could be given back. */
        record NothingToUndo() implements Verdict {}

        /** The time for it is over; a matter for the back office. */
        record TooLate() implements Verdict {}
    }

    private ReversalDecider() {}

    /**
     * The verdict on a request.
     *
     * @param stored the tap, null when there is none
     * @throws IllegalStateException when the rule that decided the tap is not in the rule book
     */
    public static Verdict decide(Facts facts, Reversal.Request request, @Nullable StoredTap stored, Ruling ruling) {
        if (stored == null) {
            return new Verdict.NeverSeen();
        }
        if (stored.reversal() != null) {
            return new Verdict.UndoneBefore(stored.reversal());
        }
        if (!stored.answer().approved() || stored.service() == Service.ALLOWANCE) {
            return new Verdict.NothingToUndo();
        }
        Duration since = Duration.between(stored.tappedAt(), request.receivedAt());
        if (since.compareTo(Duration.ofHours(ruling.limits().reversalHours())) > 0) {
            return new Verdict.TooLate();
        }
        return undo(facts.account(), request, stored, ruling);
    }

    private static Verdict undo(Account account, Reversal.Request request, StoredTap stored, Ruling ruling) {
        Account next = journeyUndone(account, stored);
        Integer left = null;
        Grant grant = stored.answer().grant();
        if (grant != null) {
            BenefitRule rule = ruling.rules()
                    .find(grant.ruleId())
                    .orElseThrow(() -> new IllegalStateException("a rule that decided a tap is not known"));
            LocalDate day = stored.key().tapDate();
            next = Uses.unused(rule, next, day);
            if (stored.service() == Service.VOUCHER) {
                next = Voucher.paid(rule, next, day, -stored.answer().subsidyFen());
                left = Voucher.leftFen(rule, next, day);
            } else {
                left = UseLimit.tightest(rule, day, next)
                        .map(UseLimit.Standing::left)
                        .orElse(null);
            }
        }
        return new Verdict.Undone(row(request, stored, left), next);
    }

    private static Reversal row(Reversal.Request request, StoredTap stored, @Nullable Integer left) {
        Grant grant = stored.answer().grant();
        return new Reversal(
                stored.key(),
                request.cause(),
                request.receivedAt(),
                stored.vendorId(),
                stored.service(),
                grant == null ? null : grant.payer(),
                stored.amountFen(),
                stored.answer().subsidyFen(),
                grant == null ? 0 : grant.operatorSubsidyFen(),
                grant == null ? 0 : grant.deliverySubsidyFen(),
                left);
    }

    /**
     * A half that waits no longer does; the partner of a pair waits again, unless another half does by now. When it was
     * made is not looked up: it waits as if made when the tap was that is undone.
     */
    private static Account journeyUndone(Account account, StoredTap stored) {
        Journey journey = stored.answer().journey();
        if (journey == null) {
            return account;
        }
        JourneyHalf waiting = account.half();
        boolean isTheHalf = waiting.kind() != Kind.NONE
                && waiting.terminalId() == stored.key().terminalId()
                && waiting.terminalSeq() == stored.key().terminalSeq()
                && Math.abs(waiting.at() - stored.tappedAt().getEpochSecond()) <= JourneyPairing.LONGEST_SECONDS;
        if (isTheHalf) {
            return account.withHalf(JourneyHalf.NONE);
        }
        if (waiting.kind() == Kind.NONE && journey.pairTerminal() != 0) {
            Kind partner = stored.direction() == Direction.ENTRY ? Kind.EXIT : Kind.ENTRY;
            return account.withHalf(new JourneyHalf(
                    partner, stored.tappedAt().getEpochSecond(), journey.pairTerminal(), journey.pairSeq()));
        }
        return account;
    }
}
