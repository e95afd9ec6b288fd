package cn.suinian.gateway.console.page;

import cn.suinian.core.money.Fen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, money, dates and times as the console writes them, always in Shenzhen's time. */
public final class Figures {

    /** Where every business day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int KIB = 1024;
    private static final int MIB = KIB * KIB;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZONE);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);
    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.CHINA);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** A count with thousands apart: {@code 3,204,551}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Yuan with thousands apart and two decimals: {@code 1,234.50}. */
    public static String yuan(long fen) {
        String plain = Fen.yuan(fen);
        int point = plain.length() - 3;
        int start = plain.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = point - 3; i > start; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    /** The same with its sign in front of the currency: {@code ¥1,234.50}, {@code -¥3.00}. */
    public static String money(long fen) {
        return fen < 0 ? "-¥" + yuan(Math.negateExact(fen)) : "¥" + yuan(fen);
    }

    /** How large a file is, as people say it: {@code 2 MiB}, {@code 64 KiB}. */
    public static String size(int bytes) {
        return bytes >= MIB ? bytes / MIB + " MiB" : bytes / KIB + " KiB";
    }

    /** Time of day to the second. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Date and time to the minute: {@code 2026-11-23 12:10}. */
    public static String dateTime(Instant instant) {
        return DATE_TIME.format(instant);
    }

    /** A date with its day of the week. */
    public static String day(LocalDate day, Language language) {
        return switch (language) {
            case ZH -> ZH_DAY.format(day);
            case EN -> EN_DAY.format(day);
        };
    }
}
