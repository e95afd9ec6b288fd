package cn.suinian.settlement.figures;

import cn.suinian.core.money.Payer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What somebody wants to see.
 *
 * @param from the first business day
 * @param to the last one, at most {@link DayFigures#MOST_DAYS} days in all
 * @param payer only what this one pays; empty: everything
 */
public record Asked(By by, LocalDate from, LocalDate to, Optional<Payer> payer) {

    /** What each row is. */
    public enum By {
        /** An hour of the day, 0 to 23, in which taps were made. */
        HOUR,
        /** A business day. */
        DAY,
        /** A payer: the city, a district, nobody. */
        DISTRICT,
        /** A canteen. */
        CANTEEN
    }

    public Asked {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= DayFigures.MOST_DAYS) {
            throw new IllegalArgumentException(from + " to " + to + " is not 1 to " + DayFigures.MOST_DAYS + " days");
        }
    }
}
