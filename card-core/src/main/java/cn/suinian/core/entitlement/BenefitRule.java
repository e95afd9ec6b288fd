package cn.suinian.core.entitlement;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One effective-dated row of what the city gives: to whom, where, when, how much, and who pays. Rules are never edited:
 * a new one takes over from a day on, so the number of a rule is also its version.
 *
 * @param id number of the rule, kept with each tap that it decided
 * @param district whose rule it is; null: the city's
 * @param from first day in force
 * @param to first day no longer in force; null: open
 */
public record BenefitRule(
        int id,
        Benefit benefit,
        @Nullable District district,
        LocalDate from,
        @Nullable LocalDate to,
        Who who,
        Where where,
        When when,
        HowMuch howMuch) {

    /**
     * Whom a rule is for.
     *
     * @param categories any of these; empty: no category needed
     * @param attestation kind of attestation the holder needs at the tap; null: none
     */
    public record Who(
            int minAge,
            int maxAge,
            boolean hukouRequired,
            Set<Category> categories,
            @Nullable String attestation) {
        public Who {
            categories = Set.copyOf(categories);
        }

        /** Without an attestation. */
        public Who(int minAge, int maxAge, boolean hukouRequired, Set<Category> categories) {
            this(minAge, maxAge, hukouRequired, categories, null);
        }
    }

    /**
     * Where a rule counts.
     *
     * @param placeKinds at terminals of these kinds of place; empty: anywhere
     */
    public record Where(Set<String> placeKinds) {
        /** Anywhere. */
        public static final Where ANYWHERE = new Where(Set.of());

        public Where {
            placeKinds = Set.copyOf(placeKinds);
        }

        /** Whether it counts at a terminal of this kind. */
        public boolean covers(@Nullable String placeKind) {
            return placeKinds.isEmpty() || (placeKind != null && placeKinds.contains(placeKind));
        }
    }

    /**
     * When a rule may be used.
     *
     * @param windowFrom first moment of the day; null: all day
     * @param windowTo first moment no longer in the window
     * @param perDay most a day, null: no limit; of lunches only 1 is known
     * @param perWeek most a week, Monday to Sunday; null: no limit
     * @param perMonth most a calendar month; null: no limit
     * @param perYear most a calendar year; null: no limit
     */
    public record When(
            @Nullable LocalTime windowFrom,
            @Nullable LocalTime windowTo,
            boolean workdaysOnly,
            @Nullable Integer perDay,
            @Nullable Integer perWeek,
            @Nullable Integer perMonth,
            @Nullable Integer perYear) {

        /** At any time, any number of times. */
        public static final When ALWAYS = new When(null, null, false, null, null, null, null);
    }

    /**
     * How much it pays.
     *
     * @param pays for the tap, or to the vendor for bringing a meal
     * @param capFen most it pays for one tap; null: no cap
     * @param percent of the amount, at most; rounded down to the fen
     * @param grantFen of a voucher, what it grants each month; null for everything else
     * @param payer who pays
     * @param operatorSubsidyFen what the vendor gets on top for each subsidised tap, or for the delivery
     */
    public record HowMuch(
            For pays,
            @Nullable Integer capFen,
            int percent,
            @Nullable Integer grantFen,
            PayerKind payer,
            int operatorSubsidyFen) {}

    /** What a rule pays for. */
    public enum For {
        TAP,
        DELIVERY
    }

    /** Who pays. */
    public enum PayerKind {
        CITY,
        HUKOU_DISTRICT
    }

    /** What a terminal asks for to get it. */
    public Service service() {
        return benefit.service();
    }

    /** Whether it is in force on a day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** What it pays for an amount, before any limit. */
    public int subsidyOf(int amountFen) {
        int part = Math.toIntExact((long) amountFen * howMuch.percent / 100);
        Integer cap = howMuch.capFen;
        return cap == null ? part : Math.min(cap, part);
    }
}
