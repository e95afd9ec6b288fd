package cn.suinian.core.holder.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Numbers of people who do not exist: no county has the code 000 or 0000. */
public final class Numbers {
    private Numbers() {}

    /** Somebody over sixty. */
    public static String resident(Random random) {
        LocalDate born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30 * 365));
        return of("440000", born, random.nextInt(1000));
    }

    /** The number with this content and the right check digit. */
    public static String of(String area, LocalDate born, int sequence) {
        String body = area + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence);
        return body + CitizenNumber.checkDigit(body);
    }
}
