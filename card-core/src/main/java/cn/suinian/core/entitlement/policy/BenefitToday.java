package cn.suinian.core.entitlement.policy;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.entitlement.policy.Eligibility.Choice;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody gets a benefit on a day, and why, as a counter explains it: whatever the place, and whatever their
 * card is like.
 *
 * @param standing whether they get it
 * @param rule by which they get it or, when they do not, the one that they come nearest to
 * @param lacks what they do not meet of that rule; nothing when it is for them
 * @param stop why it cannot be used at this moment, though it is theirs; null: it can
 * @param limits how much of it there is, and how much was used
 */
public record BenefitToday(
        Benefit benefit,
        Standing standing,
        BenefitRule rule,
        Set<Lack> lacks,
        @Nullable UseLimit stop,
        List<Limit> limits) {

    /** More than anything costs, so that no rule's part of a price is too small to tell rules apart. */
    private static final int LARGE_AMOUNT_FEN = 1_000_000;

    /** Whether somebody gets it. */
    public enum Standing {
        /** Now. */
        GIVEN,
        /** Theirs, but not at this moment. */
        NOT_NOW,
        /** Theirs once an authority attests what the rule asks for. */
        NOT_ATTESTED,
        /** No rule is for them. */
        NOT_FOR_THEM
    }

    /** What somebody does not meet, from what time mends to what nothing does. */
    public enum Lack {
        AGE(1),
        HUKOU(2),
        CATEGORY(3);

        private final int distance;

        Lack(int distance) {
            this.distance = distance;
        }
    }

    /** A limit and what was used of it: times, or fen of a voucher. */
    public record Limit(Period period, boolean fen, long most, long used) {
        /** How much is left; never below nothing. */
        public long left() {
            return Math.max(0, most - used);
        }
    }

    public BenefitToday {
        lacks = Set.copyOf(lacks);
        limits = List.copyOf(limits);
    }

    /**
     * Every benefit that the rules of the day have.
     *
     * @param rules those in force on the day
     * @param at now, on the clocks of Asia/Shanghai
     * @param moment the same moment
     */
    public static List<BenefitToday> list(
            List<BenefitRule> rules,
            Holder holder,
            Account account,
            WorkCalendar calendar,
            LocalDateTime at,
            Instant moment) {
        Map<Integer, List<BenefitRule>> byBenefit = new TreeMap<>();
        rules.forEach(rule -> byBenefit
                .computeIfAbsent(rule.benefit().no(), first -> new ArrayList<>())
                .add(rule));
        return byBenefit.values().stream()
                .map(each -> of(each, holder, account, calendar, at, moment))
                .toList();
    }

    private static BenefitToday of(
            List<BenefitRule> rules,
            Holder holder,
            Account account,
            WorkCalendar calendar,
            LocalDateTime at,
            Instant moment) {
        LocalDate day = at.toLocalDate();
        Choice choice = Eligibility.choose(rules, holder, day, moment, LARGE_AMOUNT_FEN);
        if (choice instanceof Choice.Rule chosen) {
            return given(chosen.rule(), account, calendar, at);
        }
        if (choice instanceof Choice.NotAttested lacking) {
            BenefitRule rule = lacking.rule();
            return new BenefitToday(
                    rule.benefit(), Standing.NOT_ATTESTED, rule, Set.of(), null, limits(rule, account, day));
        }
        BenefitRule nearest = nearest(rules, holder, day);
        return new BenefitToday(
                nearest.benefit(), Standing.NOT_FOR_THEM, nearest, lacks(nearest, holder, day), null, List.of());
    }

    private static BenefitToday given(BenefitRule rule, Account account, WorkCalendar calendar, LocalDateTime at) {
        UseLimit stop = UseLimit.firstThatStops(rule, at, account, calendar).orElse(null);
        List<Limit> limits = limits(rule, account, at.toLocalDate());
        boolean usedUp = limits.stream().anyMatch(limit -> limit.left() == 0);
        Standing standing = stop != null || usedUp ? Standing.NOT_NOW : Standing.GIVEN;
        return new BenefitToday(rule.benefit(), standing, rule, Set.of(), stop, limits);
    }

    private static List<Limit> limits(BenefitRule rule, Account account, LocalDate day) {
        List<Limit> limits = new ArrayList<>();
        Integer grant = rule.howMuch().grantFen();
        if (rule.service() == Service.VOUCHER && grant != null) {
            limits.add(new Limit(Period.MONTH, true, grant, Voucher.paidFen(rule, account, day)));
        }
        for (Period period : Period.values()) {
            Integer most = Uses.limit(rule.when(), period);
            if (most != null) {
                limits.add(new Limit(period, false, most, Uses.soFar(rule, account, period, day)));
            }
        }
        return limits;
    }

    /** Of the rules that could count for somebody's hukou, the nearest; the oldest of several. */
    private static BenefitRule nearest(List<BenefitRule> rules, Holder holder, LocalDate day) {
        District hukou = holder.hukouOn(day).orElse(null);
        List<BenefitRule> theirs = rules.stream()
                .filter(rule -> hukou != null && rule.district() == hukou)
                .toList();
        List<BenefitRule> citys =
                rules.stream().filter(rule -> rule.district() == null).toList();
        List<BenefitRule> looked = !theirs.isEmpty() ? theirs : !citys.isEmpty() ? citys : rules;
        return looked.stream()
                .min(Comparator.<BenefitRule>comparingInt(rule -> lacks(rule, holder, day).stream()
                                .mapToInt(lack -> lack.distance)
                                .sum())
                        .thenComparing(rule -> rule.who().minAge())
                        .thenComparing(BenefitRule::id))
                .orElseThrow();
    }

    private static Set<Lack> lacks(BenefitRule rule, Holder holder, LocalDate day) {
        Set<Lack> lacks = EnumSet.noneOf(Lack.class);
        BenefitRule.Who who = rule.who();
        int age = holder.ageOn(day);
        if (age < who.minAge() || age > who.maxAge()) {
            lacks.add(Lack.AGE);
        }
        if ((who.hukouRequired() && holder.hukouOn(day).isEmpty())
                || (rule.district() != null
                        && rule.district() != holder.hukouOn(day).orElse(null))) {
            lacks.add(Lack.HUKOU);
        }
        if (!who.categories().isEmpty() && holder.categoriesOn(day).stream().noneMatch(who.categories()::contains)) {
            lacks.add(Lack.CATEGORY);
        }
        return lacks;
    }
}
