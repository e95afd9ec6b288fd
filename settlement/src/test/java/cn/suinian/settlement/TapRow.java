package cn.suinian.settlement;

import java.time.LocalDate;

/**
 * A tap as the tap path stores it, as far as settlement looks at it.
 *
 * @param vendor place in {@link City#VENDORS}, from 1
 * @param payer null when nobody subsidises it
 * @param reason 0 approved
 */
public record TapRow(
        LocalDate date,
        int vendor,
        int holder,
        int service,
        int amount,
        int subsidy,
        int operator,
        int delivery,
        Integer payer,
        int reason) {

    private static final int TRANSIT = 1;
    private static final int MEAL = 2;
    private static final int CITY = 1;

    /** A free ride. */
    public static TapRow ride(LocalDate date, int vendor, int holder, int fare) {
        return new TapRow(date, vendor, holder, TRANSIT, fare, fare, 0, 0, CITY, 0);
    }

    /** A lunch that a district helps to pay. */
    public static TapRow lunch(LocalDate date, int vendor, int holder, int price, int subsidy, int district) {
        return new TapRow(date, vendor, holder, MEAL, price, subsidy, 200, 0, district, 0);
    }

    /** The same, brought to the holder: the vendor gets two yuan for serving it and two for bringing it. */
    public TapRow brought() {
        return new TapRow(date, vendor, holder, service, amount, subsidy, operator, 200, payer, reason);
    }

    /** A meal at its own price. */
    public static TapRow meal(LocalDate date, int vendor, int holder, int price) {
        return new TapRow(date, vendor, holder, MEAL, price, 0, 0, 0, null, 0);
    }

    /** A refused meal. */
    public static TapRow refused(LocalDate date, int vendor, int holder, int reason) {
        return new TapRow(date, vendor, holder, MEAL, 1500, 0, 0, 0, null, reason);
    }
}
