package cn.suinian.core.entitlement.policy;

import java.time.LocalDate;
import java.time.Month;

/**
 * The identity check that keeps the old-age allowance coming: due each May and each November (rules of 2020, No. 3,
 * Arts. 14 and 21). A check made late counts from its own month until the next one is due; one made before its month
 * does not stand in for it.
 */
public final class QualificationCheck {

    private QualificationCheck() {}

    /** Last day on which a check made on this day is enough: the end of the next May or November to come. */
    public static LocalDate validUntil(LocalDate checkedOn) {
        int year = checkedOn.getYear();
        if (checkedOn.getMonthValue() < Month.MAY.getValue()) {
            return LocalDate.of(year, Month.MAY, 31);
        }
        return checkedOn.getMonthValue() < Month.NOVEMBER.getValue()
                ? LocalDate.of(year, Month.NOVEMBER, 30)
                : LocalDate.of(year + 1, Month.MAY, 31);
    }

    /** Whether somebody who was last checked then is still qualified on this day. */
    public static boolean qualified(LocalDate checkedOn, LocalDate day) {
        return !day.isAfter(validUntil(checkedOn));
    }
}
