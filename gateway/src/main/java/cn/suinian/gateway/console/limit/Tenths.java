package cn.suinian.gateway.console.limit;

import cn.suinian.settlement.limit.Limit;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits that are kept in tenths and typed as people speak of them: 3.5 spreads, 2.0 percentage points. */
final class Tenths {

    private static final Set<Limit> KEPT_SO = EnumSet.of(Limit.OUTLIER_TENTHS, Limit.SHARE_FLOOR_PERMILLE);
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6})(?:[.]([0-9]))?");
    private static final int TEN = 10;

    private Tenths() {}

    static boolean are(Limit limit) {
        return KEPT_SO.contains(limit);
    }

    static String words(long tenths) {
        return tenths / TEN + "." + tenths % TEN;
    }

    /** What was typed, in tenths; empty: it is no such number. */
    static OptionalLong read(String typed) {
        Matcher parts = NUMBER.matcher(typed.strip());
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        String tenth = parts.group(2) == null ? "0" : parts.group(2);
        return OptionalLong.of(Long.parseLong(parts.group(1)) * TEN + Long.parseLong(tenth));
    }
}
