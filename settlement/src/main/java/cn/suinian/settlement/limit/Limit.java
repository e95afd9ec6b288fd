package cn.suinian.settlement.limit;

import cn.suinian.core.refusal.RefusedException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be changed; the names are stored. Values are whole numbers from least to most, or hours. */
public enum Limit {
    /** Fen by which a row of a statement and a tap may differ and still be the same when matched by rule. */
    RECONCILE_FEN(LimitRoom.RECONCILIATION, About.VENDOR, Unit.FEN, 0, 10_000),
    /** Seconds by which they may. */
    RECONCILE_SECONDS(LimitRoom.RECONCILIATION, About.VENDOR, Unit.NUMBER, 0, 3_600),
    /** Working days until a statement is overdue and a tap that it has not is missing. */
    RECONCILE_DAYS(LimitRoom.RECONCILIATION, About.VENDOR, Unit.NUMBER, 0, 60),
    /** Fen of a vendor's open breaks together that do not stop its payment. */
    PAYOUT_FEN(LimitRoom.PAYOUT, About.ALL, Unit.FEN, 0, 10_000_000),
    /** Meals, or people who ate, from which on a canteen's day is compared. */
    LEAST_MEALS(LimitRoom.LENS, About.ALL, Unit.NUMBER, 1, 100_000),
    /** Canteens of a district that can be compared, from which on they are. */
    LEAST_CANTEENS(LimitRoom.LENS, About.ALL, Unit.NUMBER, 1, 1_000),
    /** Tenths of a spread above the median from which on a canteen is out of line. */
    OUTLIER_TENTHS(LimitRoom.LENS, About.ALL, Unit.NUMBER, 1, 1_000),
    /** The spread of shares of subsidised meals is taken to be at least this. */
    SHARE_FLOOR_PERMILLE(LimitRoom.LENS, About.ALL, Unit.NUMBER, 1, 1_000),
    /** The spread of subsidies a head is taken to be at least this. */
    HEAD_FLOOR_FEN(LimitRoom.LENS, About.ALL, Unit.FEN, 1, 100_000),
    /** Approved taps outside hours from which on a vendor's day is noticed. */
    OUTSIDE_TAPS(LimitRoom.LENS, About.ALL, Unit.NUMBER, 1, 100_000),
    /** From and to when places of a kind are open, past midnight when they close before they open; none: always. */
    OPENING_HOURS(LimitRoom.LENS, About.VENDOR_KIND, Unit.HOURS, 0, 0),
    /** The sum of scores above which the house holds a day's money by itself; none: it never does. */
    AUTO_HOLD_SCORE(LimitRoom.LENS, About.VENDOR_KIND, Unit.NUMBER, 1, 100_000),
    /** Whether a kind of flag or finding adds up to such a hold: 1 or 0. */
    COUNTED(LimitRoom.LENS, About.ITEM_KIND, Unit.YES_NO, 0, 1);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern HOURS = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int TIME_LENGTH = 5;

    /** What a value may be about; empty text: about all. */
    public enum About {
        ALL,
        VENDOR,
        VENDOR_KIND,
        ITEM_KIND
    }

    /** What a value counts. */
    public enum Unit {
        NUMBER,
        FEN,
        HOURS,
        YES_NO
    }

    private final LimitRoom room;
    private final About about;
    private final Unit unit;
    private final int least;
    private final int most;

    Limit(LimitRoom room, About about, Unit unit, int least, int most) {
        this.room = room;
        this.about = about;
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    public LimitRoom room() {
        return room;
    }

    public About about() {
        return about;
    }

    public Unit unit() {
        return unit;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /** Whether it may have no value: no hours, no score, or for a vendor no value of its own. */
    public boolean mayBeNone(String subject) {
        return this == OPENING_HOURS || this == AUTO_HOLD_SCORE || (about == About.VENDOR && !subject.isEmpty());
    }

    /**
     * A value as it is stored.
     *
     * @param given empty: none
     * @throws RefusedException when it is out of bounds, of another form, or must not be empty
     */
    public Optional<String> checked(String subject, String given) {
        String value = given.strip();
        if (value.isEmpty()) {
            if (mayBeNone(subject)) {
                return Optional.empty();
            }
            throw new RefusedException(LimitRefusal.VALUE_INVALID, "value");
        }
        boolean good = unit == Unit.HOURS
                ? HOURS.matcher(value).matches()
                        && !value.substring(0, TIME_LENGTH).equals(value.substring(TIME_LENGTH + 1))
                : NUMBER.matcher(value).matches() && isWithin(Integer.parseInt(value));
        if (!good) {
            throw new RefusedException(LimitRefusal.VALUE_INVALID, "value");
        }
        return Optional.of(unit == Unit.HOURS ? value : Integer.toString(Integer.parseInt(value)));
    }

    private boolean isWithin(int value) {
        return value >= least && value <= most;
    }
}
