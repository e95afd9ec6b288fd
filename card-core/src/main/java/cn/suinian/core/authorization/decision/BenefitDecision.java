package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.DeclineReason.ATTESTATION_MISSING;
import static cn.suinian.core.authorization.decision.DeclineReason.BENEFIT_NOT_OFFERED;
import static cn.suinian.core.authorization.decision.DeclineReason.NOT_ENTITLED;
import static cn.suinian.core.authorization.decision.DeclineReason.VOUCHER_USED_UP;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.PayerKind;
import cn.suinian.core.entitlement.policy.Eligibility;
import cn.suinian.core.entitlement.policy.Eligibility.Choice;
import cn.suinian.core.entitlement.policy.UseLimit;
import cn.suinian.core.entitlement.policy.Uses;
import cn.suinian.core.entitlement.policy.Voucher;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sound card of a living holder gets for a tap: which rule counts, whether anything stops it, what it pays and
 * what it uses up.
 */
final class BenefitDecision {

    private final Facts facts;
    private final Tap tap;
    private final Ruling ruling;
    private final LocalDate day;
    private FactsSeen seen;

    private BenefitDecision(Facts facts, Tap tap, Ruling ruling, FactsSeen seen) {
        this.facts = facts;
        this.tap = tap;
        this.ruling = ruling;
        this.seen = seen;
        this.day = tap.key().tapDate();
    }

    /** The account among the facts has the tap's counter used already. */
    static Verdict decide(Facts facts, Tap tap, Ruling ruling, FactsSeen seen) {
        return new BenefitDecision(facts, tap, ruling, seen).decide();
    }

    /**
     * The rule that counts for a tap, before any limit is looked at.
     *
     * @param left of the benefit before the tap, in its own unit; null when nothing runs out
     */
    record Offer(BenefitRule rule, @Nullable Integer left) {}

    /** The rule by which {@link #decide} goes; empty when none is for this holder here. */
    static Optional<Offer> offer(Facts facts, Tap tap, Ruling ruling) {
        LocalDate day = tap.key().tapDate();
        return choose(inForce(tap, ruling), facts, tap) instanceof Choice.Rule chosen
                ? Optional.of(new Offer(chosen.rule(), left(chosen.rule(), facts.account(), day)))
                : Optional.empty();
    }

    private static List<BenefitRule> inForce(Tap tap, Ruling ruling) {
        return ruling.rules().inForce(tap.service(), tap.key().tapDate(), tap.placeKind());
    }

    private static Choice choose(List<BenefitRule> rules, Facts facts, Tap tap) {
        return Eligibility.choose(rules, facts.holder(), tap.key().tapDate(), tap.tappedAt(), tap.amountFen());
    }

    private Verdict decide() {
        List<BenefitRule> rules = inForce(tap, ruling);
        if (rules.isEmpty()) {
            return declined(BENEFIT_NOT_OFFERED, null);
        }
        Choice choice = choose(rules, facts, tap);
        if (choice instanceof Choice.Rule chosen) {
            return byRule(chosen.rule());
        }
        if (tap.service() == Service.MEAL) {
            return approved(new Answer(null, 0, null, null, null), facts.account());
        }
        return declined(choice instanceof Choice.NotAttested ? ATTESTATION_MISSING : NOT_ENTITLED, null);
    }

    private Verdict byRule(BenefitRule rule) {
        Account account = facts.account();
        Integer left = left(rule, account, day);
        seen = seen.withUsedBefore(used(rule, account));
        Optional<UseLimit> limit = UseLimit.firstThatStops(rule, tap.at(), account, ruling.calendar());
        if (limit.isPresent()) {
            return declined(reasonOf(limit.get()), left);
        }
        int subsidy = tap.service() == Service.VOUCHER
                ? Voucher.paysFen(rule, account, day, tap.amountFen())
                : rule.subsidyOf(tap.amountFen());
        return switch (tap.service()) {
            case TRANSIT -> ride(rule, account, subsidy);
            case MEAL -> subsidy == 0 ? approved(unpaid(left), account) : granted(rule, account, subsidy);
            case ALLOWANCE -> granted(rule, account.withCheckOn(day), subsidy);
            case VENUE -> granted(rule, account, subsidy);
            case VOUCHER ->
                Voucher.leftFen(rule, account, day) == 0 && tap.amountFen() > 0
                        ? declined(VOUCHER_USED_UP, left)
                        : granted(rule, Voucher.paid(rule, account, day, subsidy), subsidy);
        };
    }

    private Verdict ride(BenefitRule rule, Account account, int subsidy) {
        Rides.Paired paired = Rides.pair(account, tap);
        Account next = Uses.used(rule, paired.account(), day);
        Answer answer = new Answer(null, subsidy, grant(rule, subsidy), left(rule, next, day), paired.journey());
        return approved(answer, next);
    }

    private Verdict granted(BenefitRule rule, Account account, int subsidy) {
        Account next = Uses.used(rule, account, day);
        return approved(new Answer(null, subsidy, grant(rule, subsidy), left(rule, next, day), null), next);
    }

    private static Answer unpaid(@Nullable Integer left) {
        return new Answer(null, 0, null, left, null);
    }

    private Grant grant(BenefitRule rule, int subsidy) {
        Holder holder = facts.holder();
        Payer payer = rule.howMuch().payer() == PayerKind.CITY
                ? Payer.CITY
                : Payer.of(holder.hukouOn(day).orElseThrow());
        int delivery = tap.context().delivered() && subsidy > 0 ? delivery() : 0;
        return new Grant(rule.id(), rule.benefit().code(), payer, rule.howMuch().operatorSubsidyFen(), delivery);
    }

    /** Whoever may have a meal brought is a question of its own, with rules of its own; the meal's payer pays. */
    private int delivery() {
        List<BenefitRule> rules = ruling.rules().deliveriesInForce(tap.service(), day);
        Choice choice = Eligibility.choose(rules, facts.holder(), day, tap.tappedAt(), tap.amountFen());
        return choice instanceof Choice.Rule chosen ? chosen.rule().howMuch().operatorSubsidyFen() : 0;
    }

    /** What is left of the benefit, in its own unit; null when nothing runs out. */
    private static @Nullable Integer left(BenefitRule rule, Account account, LocalDate day) {
        return rule.service() == Service.VOUCHER
                ? Integer.valueOf(Voucher.leftFen(rule, account, day))
                : UseLimit.tightest(rule, day, account)
                        .map(UseLimit.Standing::left)
                        .orElse(null);
    }

    private long used(BenefitRule rule, Account account) {
        return tap.service() == Service.VOUCHER
                ? Voucher.paidFen(rule, account, day)
                : UseLimit.tightest(rule, day, account)
                        .map(UseLimit.Standing::used)
                        .orElse(0L);
    }

    private DeclineReason reasonOf(UseLimit limit) {
        boolean meal = tap.service() == Service.MEAL;
        return switch (limit) {
            case NOT_A_WORKDAY -> meal ? DeclineReason.MEAL_NOT_A_WORKDAY : DeclineReason.NOT_A_SERVICE_DAY;
            case OUTSIDE_HOURS -> meal ? DeclineReason.MEAL_OUTSIDE_HOURS : DeclineReason.OUTSIDE_SERVICE_HOURS;
            case USED_TODAY -> meal ? DeclineReason.MEAL_TAKEN_TODAY : DeclineReason.USED_TODAY;
            case USED_THIS_WEEK -> meal ? DeclineReason.MEAL_WEEK_LIMIT : DeclineReason.USED_THIS_WEEK;
            case USED_THIS_MONTH -> DeclineReason.USED_THIS_MONTH;
            case USED_THIS_YEAR -> DeclineReason.USED_THIS_YEAR;
        };
    }

    private Verdict declined(DeclineReason reason, @Nullable Integer left) {
        return new Decided(Answer.declined(reason, left), facts.account(), seen);
    }

    private Verdict approved(Answer answer, Account next) {
        return new Decided(answer, next, seen);
    }
}
