package cn.suinian.core.entitlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calendar in the migration, read from its text without a database. */
public final class MigratedCalendar {

    private static final String FILE = "/db/core/V2__rules_and_calendar_of_2026.sql";
    private static final Pattern HOLIDAYS =
            Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)'(?:::date)?, '(\\d{4}-\\d\\d-\\d\\d)'(?:::date)?, '[^']+'\\)");
    private static final Pattern MAKEUP = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', 'MAKEUP_WORKDAY', '[^']+'\\)");

    private MigratedCalendar() {}

    /** Reads it. */
    public static WorkCalendar read() {
        String sql = text();
        Set<LocalDate> holidays = new HashSet<>();
        Matcher ranges = HOLIDAYS.matcher(sql);
        while (ranges.find()) {
            LocalDate.parse(ranges.group(1))
                    .datesUntil(LocalDate.parse(ranges.group(2)).plusDays(1))
                    .forEach(holidays::add);
        }
        Set<LocalDate> makeups = new HashSet<>();
        Matcher days = MAKEUP.matcher(sql);
        while (days.find()) {
            makeups.add(LocalDate.parse(days.group(1)));
        }
        return new WorkCalendar(holidays, makeups);
    }

    private static String text() {
        try (InputStream file = MigratedCalendar.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
