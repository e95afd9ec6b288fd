package cn.suinian.core.entitlement.policy;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.Usage;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often a person used what a rule gives, in the day, week, month and year of a tap. Lunches of a day and a week
 * stand in a window of days, because every lunch of the city passes here; everything else in the account's usage.
 */
public final class Uses {

    private Uses() {}

    /** How often so far in the period that this day is in. */
    public static long soFar(BenefitRule rule, Account account, Period period, LocalDate day) {
        if (rule.service() == Service.MEAL && period == Period.DAY) {
            return account.meals().takenOn(day) ? 1 : 0;
        }
        if (rule.service() == Service.MEAL && period == Period.WEEK) {
            return account.meals().takenInWeekOf(day);
        }
        return account.usage().of(rule.benefit().no(), period, day);
    }

    /** The account once the rule was used on this day. */
    public static Account used(BenefitRule rule, Account account, LocalDate day) {
        Account next = rule.service() == Service.MEAL
                ? account.withMeals(account.meals().with(day))
                : account;
        return counted(rule, next, day, 1);
    }

    /** The account as if the rule had not been used on this day. */
    public static Account unused(BenefitRule rule, Account account, LocalDate day) {
        Account next = rule.service() == Service.MEAL
                ? account.withMeals(account.meals().without(day))
                : account;
        return counted(rule, next, day, -1);
    }

    /** Most of it in a period; null: no limit. */
    public static @Nullable Integer limit(When when, Period period) {
        return switch (period) {
            case DAY -> when.perDay();
            case WEEK -> when.perWeek();
            case MONTH -> when.perMonth();
            case YEAR -> when.perYear();
        };
    }

    private static Account counted(BenefitRule rule, Account account, LocalDate day, int more) {
        Usage usage = account.usage();
        for (Period period : Period.values()) {
            boolean inMeals = rule.service() == Service.MEAL && (period == Period.DAY || period == Period.WEEK);
            if (limit(rule.when(), period) != null && !inMeals) {
                usage = usage.plus(rule.benefit().no(), period, day, more);
            }
        }
        return usage.equals(account.usage()) ? account : account.withUsage(usage);
    }
}
