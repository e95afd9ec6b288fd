package cn.suinian.core.account;

import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often, or for how much, a person used each benefit in a day, a week, a month or a year. Only what some rule
 * limits is kept, so most people carry none; a period leaves once it is longer ago than any tap may arrive.
 *
 * <p>An entry is one number, as in the database: benefit (8 bits), period (3), the period's number (21), how much (32).
 */
public final class Usage {

    /** A stretch of time over which something is counted. The code is stored: never reuse one. */
    public enum Period {
        DAY(1, 1),
        /** Monday to Sunday. */
        WEEK(2, 7),
        MONTH(3, 31),
        YEAR(4, 366);

        private final int code;
        private final int days;

        Period(int code, int days) {
            this.code = code;
            this.days = days;
        }

        private int numberOf(LocalDate day) {
            return switch (this) {
                case DAY -> Math.toIntExact(day.toEpochDay());
                case WEEK -> Math.toIntExact(day.with(DayOfWeek.MONDAY).toEpochDay() + MONDAY_OFFSET) / days;
                case MONTH -> day.getYear() * 12 + day.getMonthValue() - 1;
                case YEAR -> day.getYear();
            };
        }

        private LocalDate lastDay(int number) {
            return switch (this) {
                case DAY -> LocalDate.ofEpochDay(number);
                case WEEK -> LocalDate.ofEpochDay((long) number * days - MONDAY_OFFSET + days - 1);
                case MONTH ->
                    LocalDate.of(number / 12, number % 12 + 1, 1).plusMonths(1).minusDays(1);
                case YEAR -> LocalDate.of(number, 12, 31);
            };
        }

        private static Period ofCode(int code) {
            return values()[code - 1];
        }
    }

    /** Nothing used. */
    public static final Usage NONE = new Usage(new long[0]);

    /** 1970-01-01 was a Thursday. */
    private static final int MONDAY_OFFSET = 3;

    /** Far more than the latest a tap may arrive (31 days). */
    private static final int KEPT_DAYS = 45;

    private static final int AMOUNT_BITS = 32;
    private static final int NUMBER_BITS = 21;
    private static final int PERIOD_BITS = 3;
    private static final long AMOUNT_MASK = (1L << AMOUNT_BITS) - 1;

    private final long[] entries;

    private Usage(long[] entries) {
        this.entries = entries;
    }

    /** How much of a benefit was used in the period that this day is in. */
    public long of(int benefitNo, Period period, LocalDate day) {
        long name = name(benefitNo, period, period.numberOf(day));
        for (long entry : entries) {
            if (entry >>> AMOUNT_BITS == name) {
                return entry & AMOUNT_MASK;
            }
        }
        return 0;
    }

    /**
     * With this much more used, or less when negative; never below nothing.
     *
     * @throws ArithmeticException when more than 32 bits would be used
     */
    public Usage plus(int benefitNo, Period period, LocalDate day, long more) {
        long name = name(benefitNo, period, period.numberOf(day));
        long used = Math.max(0, of(benefitNo, period, day) + more);
        if (used > AMOUNT_MASK) {
            throw new ArithmeticException("more used than can be kept");
        }
        List<Long> kept = new ArrayList<>(entries.length + 1);
        for (long entry : entries) {
            if (entry >>> AMOUNT_BITS != name && !forgotten(entry, day)) {
                kept.add(entry);
            }
        }
        if (used > 0) {
            kept.add(name << AMOUNT_BITS | used);
        }
        return new Usage(kept.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** As stored, eight bytes an entry; empty for nothing. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Long.BYTES);
        for (long entry : entries) {
            bytes.putLong(entry);
        }
        return bytes.array();
    }

    /** What was stored. */
    public static Usage of(byte[] bytes) {
        long[] entries = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(entries);
        return entries.length == 0 ? NONE : new Usage(entries);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Usage usage && Arrays.equals(entries, usage.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return "Usage" + Arrays.toString(entries);
    }

    private static long name(int benefitNo, Period period, int number) {
        return ((long) benefitNo << PERIOD_BITS | period.code) << NUMBER_BITS | number;
    }

    private static boolean forgotten(long entry, LocalDate newest) {
        long name = entry >>> AMOUNT_BITS;
        Period period = Period.ofCode((int) (name >>> NUMBER_BITS & (1 << PERIOD_BITS) - 1));
        int number = (int) (name & (1 << NUMBER_BITS) - 1);
        return period.lastDay(number).isBefore(newest.minusDays(KEPT_DAYS));
    }
}
