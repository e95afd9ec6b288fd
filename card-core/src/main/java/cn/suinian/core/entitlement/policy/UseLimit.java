package cn.suinian.core.entitlement.policy;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What can stand between an entitled holder and a benefit, in the order in which it is said. */
public enum UseLimit {
    NOT_A_WORKDAY,
    OUTSIDE_HOURS,
    USED_TODAY,
    USED_THIS_WEEK,
    USED_THIS_MONTH,
    USED_THIS_YEAR;

    private record Rule(UseLimit limit, Check check) {}

    private interface Check {
        boolean stops(BenefitRule rule, LocalDateTime at, Account account, WorkCalendar calendar);
    }

    private static final List<Rule> POLICY = List.of(
            new Rule(NOT_A_WORKDAY, UseLimit::notAWorkday),
            new Rule(OUTSIDE_HOURS, UseLimit::outsideHours),
            new Rule(USED_TODAY, usedUp(Period.DAY)),
            new Rule(USED_THIS_WEEK, usedUp(Period.WEEK)),
            new Rule(USED_THIS_MONTH, usedUp(Period.MONTH)),
            new Rule(USED_THIS_YEAR, usedUp(Period.YEAR)));

    /** The first limit that stops the rule at this Shanghai time; empty when none does. */
    public static Optional<UseLimit> firstThatStops(
            BenefitRule rule, LocalDateTime at, Account account, WorkCalendar calendar) {
        for (Rule each : POLICY) {
            if (each.check.stops(rule, at, account, calendar)) {
                return Optional.of(each.limit);
            }
        }
        return Optional.empty();
    }

    /**
     * A limit on how often, and where somebody stands to it.
     *
     * @param period over which it counts
     * @param most the limit
     * @param used so far
     */
    public record Standing(Period period, int most, long used) {
        /** How often it can still be used. */
        public int left() {
            return (int) Math.max(0, most - used);
        }
    }

    /**
     * The limit that is shown: of lunches that of the week, of everything else the one of which least is left. Empty
     * when nothing limits the rule.
     */
    public static Optional<Standing> tightest(BenefitRule rule, LocalDate day, Account account) {
        Standing tightest = null;
        for (Period period : Period.values()) {
            Integer most = Uses.limit(rule.when(), period);
            boolean shown = rule.service() != Service.MEAL || period == Period.WEEK;
            if (most != null && shown) {
                Standing standing = new Standing(period, most, Uses.soFar(rule, account, period, day));
                tightest = tightest == null || standing.left() < tightest.left() ? standing : tightest;
            }
        }
        return Optional.ofNullable(tightest);
    }

    private static Check usedUp(Period period) {
        return (rule, at, account, calendar) -> {
            Integer most = Uses.limit(rule.when(), period);
            return most != null && Uses.soFar(rule, account, period, at.toLocalDate()) >= most;
        };
    }

    private static boolean notAWorkday(BenefitRule rule, LocalDateTime at, Account account, WorkCalendar calendar) {
        return rule.when().workdaysOnly() && !calendar.isWorkday(at.toLocalDate());
    }

    private static boolean outsideHours(BenefitRule rule, LocalDateTime at, Account account, WorkCalendar calendar) {
        LocalTime from = rule.when().windowFrom();
        LocalTime to = rule.when().windowTo();
        if (from == null || to == null) {
            return false;
        }
        return at.toLocalTime().isBefore(from) || !at.toLocalTime().isBefore(to);
    }
}
