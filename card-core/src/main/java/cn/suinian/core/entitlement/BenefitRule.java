package cn.suinian.core.entitlement;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One effective-dated row of what the city gives: to whom, when, how much, and who pays. Rules are never edited: a new
 * one takes over from a day on.
 *
 * @param id number of the rule, kept with each tap that it decided
 * @param benefit code of the benefit, such as MEAL
 * @param service what a terminal asks for to get it
 * @param district whose rule it is; null: the city's
 * @param from first day in force
 * @param to first day no longer in force; null: open
 * @param who whom it is for
 * @param when when it may be used
 * @param capFen most it pays for one tap; null: the whole amount
 * @param payer who pays
 * @param operatorSubsidyFen what the vendor gets on top for each subsidised tap
 */
public record BenefitRule(
        int id,
        String benefit,
        Service service,
        @Nullable District district,
        LocalDate from,
        @Nullable LocalDate to,
        Who who,
        When when,
        @Nullable Integer capFen,
        PayerKind payer,
        int operatorSubsidyFen) {

    /**
     * Whom a rule is for.
     *
     * @param categories any of these; empty: no category needed
     */
    public record Who(int minAge, int maxAge, boolean hukouRequired, Set<Category> categories) {
        public Who {
            categories = Set.copyOf(categories);
        }
    }

    /**
     * When a rule may be used.
     *
     * @param windowFrom first moment of the day; null: all day
     * @param windowTo first moment no longer in the window
     * @param perDay most a day, null: no limit; only 1 is known
     * @param perWeek most a week, Monday to Sunday; null: no limit
     */
    public record When(
            @Nullable LocalTime windowFrom,
            @Nullable LocalTime windowTo,
            boolean workdaysOnly,
            @Nullable Integer perDay,
            @Nullable Integer perWeek) {}

    /** Who pays. */
    public enum PayerKind {
        CITY,
        HUKOU_DISTRICT
    }

    /** Whether it is in force on a day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** What it pays for an amount, before any limit. */
    public int subsidyOf(int amountFen) {
        return capFen == null ? amountFen : Math.min(capFen, amountFen);
    }
}
