package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.DeclineReason.BENEFIT_NOT_OFFERED;
import static cn.suinian.core.authorization.decision.DeclineReason.COUNTER_REPLAYED;
import static cn.suinian.core.authorization.decision.DeclineReason.COUNTER_TOO_OLD;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.JourneyHalf.Kind;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow.Standing;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.Verdict.AnsweredBefore;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.authorization.decision.Verdict.KeyReused;
import cn.suinian.core.authorization.decision.Verdict.LookUpFirst;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.PayerKind;
import cn.suinian.core.entitlement.policy.Eligibility;
import cn.suinian.core.entitlement.policy.JourneyPairing;
import cn.suinian.core.entitlement.policy.MealLimit;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.money.Payer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                        ? new Decided(Answer.declined(usedUp(standing), null), facts.account())
                        : judge(facts, tap, ruling);
        };
    }

    private static Verdict again(Tap tap, Prior prior) {
        Answer answer = prior.answer();
        return answer != null && prior.tac() == tap.tac() ? new AnsweredBefore(answer) : new KeyReused();
    }

    private static DeclineReason usedUp(Standing standing) {
        return standing == Standing.SEEN ? COUNTER_REPLAYED : COUNTER_TOO_OLD;
    }

    private static Verdict judge(Facts facts, Tap tap, Ruling ruling) {
        Account account = counterUsed(facts.account(), tap);
        Optional<DeclineReason> refused = CardChecks.firstRefusal(facts, tap, ruling.limits());
        if (refused.isPresent()) {
            return new Decided(Answer.declined(refused.get(), null), account);
        }
        LocalDate day = tap.key().tapDate();
        List<BenefitRule> rules = ruling.rules().inForce(tap.service(), day);
        BenefitRule rule = Eligibility.bestRule(rules, facts.holder(), day).orElse(null);
        return switch (tap.service()) {
            case TRANSIT -> transit(account, tap, rule, facts.holder());
            case MEAL -> rules.isEmpty() ? notOffered(account) : meal(account, tap, rule, facts.holder(), ruling);
            case ALLOWANCE, VENUE, VOUCHER -> notOffered(account);
        };
    }

    private static Verdict notOffered(Account account) {
        return new Decided(Answer.declined(BENEFIT_NOT_OFFERED, null), account);
    }

    private static Verdict transit(Account account, Tap tap, @Nullable BenefitRule rule, Holder holder) {
        if (rule == null) {
            return notOffered(account);
        }
        JourneyPairing pairing = pair(account, tap);
        Journey journey = pairing == null
                ? null
                : new Journey(
                        pairing.outcome(),
                        pairing.partner().terminalId(),
                        pairing.partner().terminalSeq());
        Account next = pairing == null ? account : account.withHalf(pairing.waiting());
        return new Decided(
                new Answer(null, rule.subsidyOf(tap.amountFen()), grant(rule, tap, holder), null, journey), next);
    }

    private static @Nullable JourneyPairing pair(Account account, Tap tap) {
        Direction direction = tap.context().direction();
        if (direction == null || direction == Direction.BOARD) {
            return null;
        }
        Kind kind = direction == Direction.ENTRY ? Kind.ENTRY : Kind.EXIT;
        JourneyHalf half = new JourneyHalf(
                kind,
                tap.tappedAt().getEpochSecond(),
                tap.key().terminalId(),
                tap.key().terminalSeq());
        return kind == Kind.ENTRY
                ? JourneyPairing.entry(half, account.half())
                : JourneyPairing.exit(half, account.half());
    }

    private static Verdict meal(Account account, Tap tap, @Nullable BenefitRule rule, Holder holder, Ruling ruling) {
        if (rule == null) {
            return new Decided(new Answer(null, 0, null, null, null), account);
        }
        LocalDate day = tap.key().tapDate();
        Optional<MealLimit> limit = MealLimit.firstThatStops(rule.when(), tap.at(), account.meals(), ruling.calendar());
        if (limit.isPresent()) {
            return new Decided(Answer.declined(reasonOf(limit.get()), left(rule, day, account.meals())), account);
        }
        int subsidy = rule.subsidyOf(tap.amountFen());
        if (subsidy == 0) {
            return new Decided(new Answer(null, 0, null, left(rule, day, account.meals()), null), account);
        }
        MealDays meals = account.meals().with(day);
        Answer answer = new Answer(null, subsidy, grant(rule, tap, holder), left(rule, day, meals), null);
        return new Decided(answer, account.withMeals(meals));
    }

    private static DeclineReason reasonOf(MealLimit limit) {
        return switch (limit) {
            case NOT_A_WORKDAY -> DeclineReason.MEAL_NOT_A_WORKDAY;
            case OUTSIDE_HOURS -> DeclineReason.MEAL_OUTSIDE_HOURS;
            case TAKEN_TODAY -> DeclineReason.MEAL_TAKEN_TODAY;
            case WEEK_LIMIT -> DeclineReason.MEAL_WEEK_LIMIT;
        };
    }

    private static @Nullable Integer left(BenefitRule rule, LocalDate day, MealDays meals) {
        return MealLimit.leftThisWeek(rule.when(), day, meals).orElse(null);
    }

    private static Grant grant(BenefitRule rule, Tap tap, Holder holder) {
        Payer payer = rule.payer() == PayerKind.CITY
                ? Payer.CITY
                : Payer.of(holder.hukouOn(tap.key().tapDate()).orElseThrow());
        return new Grant(rule.id(), rule.benefit(), payer, rule.operatorSubsidyFen());
    }

    private static Account counterUsed(Account account, Tap tap) {
        return tap.cardSerial() == account.liveCardSerial()
                ? account.withCounters(account.counters().with(tap.cardCounter()))
                : account;
    }
}
