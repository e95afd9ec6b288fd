package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.DeclineReason.COUNTER_REPLAYED;
import static cn.suinian.core.authorization.decision.DeclineReason.COUNTER_TOO_OLD;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.ReplayWindow.Standing;
import cn.suinian.core.authorization.decision.Verdict.AnsweredBefore;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.authorization.decision.Verdict.KeyReused;
import cn.suinian.core.authorization.decision.Verdict.LookUpFirst;
import cn.suinian.core.holder.Holder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides one tap. Everything it needs is in its arguments and it touches nothing: given the same facts it gives the
 * same verdict, at any time, on any node, in a simulator or in an audit.
 */
public final class Decider {

    private Decider() {}

    /**
     * The verdict on a tap.
     *
     * @param facts of the tap's holder
     * @param prior what is known of an earlier tap with the same key
     */
    public static Verdict decide(Facts facts, Tap tap, Prior prior, Ruling ruling) {
        boolean liveCard = tap.cardSerial() == facts.account().liveCardSerial();
        Standing standing = liveCard ? facts.account().counters().standing(tap.cardCounter()) : Standing.FAR_BEHIND;
        return switch (prior.state()) {
            case PRESENT -> again(tap, prior);
            case NOT_LOOKED_UP -> standing == Standing.FRESH ? judge(facts, tap, ruling) : new LookUpFirst();
            case ABSENT ->
                liveCard && standing != Standing.FRESH
                        ? usedUp(facts, tap, ruling, standing)
                        : judge(facts, tap, ruling);
        };
    }

    private static Verdict again(Tap tap, Prior prior) {
        Answer answer = prior.answer();
        return answer != null && prior.tac() == tap.tac() ? new AnsweredBefore(answer) : new KeyReused();
    }

    private static Verdict usedUp(Facts facts, Tap tap, Ruling ruling, Standing standing) {
        DeclineReason reason = standing == Standing.SEEN ? COUNTER_REPLAYED : COUNTER_TOO_OLD;
        FactsSeen seen = seen(facts, tap, standing(facts, tap, ruling));
        return new Decided(Answer.declined(reason, null), facts.account(), seen);
    }

    private static Verdict judge(Facts facts, Tap tap, Ruling ruling) {
        CardStanding standing = standing(facts, tap, ruling);
        FactsSeen seen = seen(facts, tap, standing);
        Account account = counterUsed(facts.account(), tap);
        Optional<DeclineReason> refused = CardChecks.firstRefusal(facts, tap, standing, ruling.limits());
        if (refused.isPresent()) {
            return new Decided(Answer.declined(refused.get(), null), account, seen);
        }
        return BenefitDecision.decide(facts.with(account), tap, ruling, seen);
    }

    private static CardStanding standing(Facts facts, Tap tap, Ruling ruling) {
        return CardStanding.of(facts.card(tap.cardSerial()), tap, ruling.limits());
    }

    private static FactsSeen seen(Facts facts, Tap tap, CardStanding standing) {
        LocalDate day = tap.key().tapDate();
        Holder holder = facts.holder();
        return new FactsSeen(
                holder.ageOn(day),
                holder.hukouOn(day).orElse(null),
                holder.categoriesOn(day),
                standing.status(),
                standing.online(),
                standing.goodFaith(),
                0);
    }

    private static Account counterUsed(Account account, Tap tap) {
        return tap.cardSerial() == account.liveCardSerial()
                ? account.withCounters(account.counters().with(tap.cardCounter()))
                : account;
    }
}
