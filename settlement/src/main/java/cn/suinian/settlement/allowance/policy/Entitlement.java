package cn.suinian.settlement.allowance.policy;

import cn.suinian.core.entitlement.policy.QualificationCheck;
import cn.suinian.core.holder.District;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one month of one person. */
public final class Entitlement {

    /** The age of the lowest tier that ever was; who turns it is invited, and checks begin after it. */
    public static final int FIRST_AGE = 70;

    private Entitlement() {}

    /** What this month comes to, by what is known of the person now. */
    public static MonthDue judge(Beneficiary person, YearMonth month, Tiers tiers) {
        Optional<Tiers.Tier> tier = tiers.find(person.ageFor(month), month);
        if (tier.isEmpty()) {
            return MonthDue.notDue(NotDue.TOO_YOUNG);
        }
        if (diedBefore(person, month)) {
            return MonthDue.notDue(NotDue.DECEASED);
        }
        Optional<District> payer = person.payerFor(month);
        if (payer.isEmpty()) {
            return MonthDue.notDue(NotDue.NO_HUKOU);
        }
        if (!appliedBy(person, month)) {
            return MonthDue.notDue(NotDue.NOT_APPLIED);
        }
        if (!checkedFor(person, month)) {
            return MonthDue.notDue(NotDue.CHECK_MISSED);
        }
        return MonthDue.due(tier.get(), payer.get());
    }

    /** The month of the death is paid whole. */
    static boolean diedBefore(Beneficiary person, YearMonth month) {
        LocalDate died = person.deceasedOn();
        return died != null && YearMonth.from(died).isBefore(month);
    }

    /** The month of the application is the first; nothing before it is ever paid (rules of 2020). */
    static boolean appliedBy(Beneficiary person, YearMonth month) {
        LocalDate applied = person.appliedOn();
        return applied != null && !YearMonth.from(applied).isAfter(month);
    }

    /**
     * A check of May or November pays the months up to the next one; a missed one stops the month after, and a late one
     * pays what it stopped. Whoever is new to the allowance was just checked: by the application.
     */
    static boolean checkedFor(Beneficiary person, YearMonth month) {
        YearMonth paidUpTo = YearMonth.from(QualificationCheck.validUntil(begins(person)));
        LocalDate checked = person.checkedOn();
        if (checked != null) {
            YearMonth byCheck = YearMonth.from(QualificationCheck.validUntil(checked));
            paidUpTo = byCheck.isAfter(paidUpTo) ? byCheck : paidUpTo;
        }
        return !month.isAfter(paidUpTo);
    }

    /** The first day of the first month that age, hukou and application allow. */
    private static LocalDate begins(Beneficiary person) {
        YearMonth begins = turns(person.bornOn());
        begins = later(begins, person.appliedOn() == null ? null : YearMonth.from(person.appliedOn()));
        begins = later(begins, person.firstHukouMonth().orElse(null));
        return begins.atDay(1);
    }

    /** The month of the birthday; that of 29 February is March where there is none. */
    public static YearMonth turns(LocalDate bornOn) {
        int year = bornOn.getYear() + FIRST_AGE;
        boolean leapling = bornOn.getMonthValue() == 2 && bornOn.getDayOfMonth() == 29;
        return leapling && !Year.isLeap(year)
                ? YearMonth.of(year, Month.MARCH)
                : YearMonth.of(year, bornOn.getMonthValue());
    }

    private static YearMonth later(YearMonth one, @Nullable YearMonth other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
