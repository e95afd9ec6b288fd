package cn.suinian.core.holder.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What screens, receipts and the audit trail show of personal data. */
public final class Mask {
    private static final int PHONE_BEFORE = 3;
    private static final int PHONE_AFTER = 4;
    private static final int ACCOUNT_AFTER = 4;

    private Mask() {}

    /** The first character and a star for each other; of a name of several words the first letter of each. */
    public static String name(String name) {
        if (name.indexOf(' ') < 0) {
            int first = name.offsetByCodePoints(0, 1);
            return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
        }
        return Arrays.stream(name.split(" ", -1))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, Math.min(1, word.length()))) + "***")
                .collect(Collectors.joining(" "));
    }

    /** The first three characters and the last four. */
    public static String phone(String phone) {
        return middle(phone, PHONE_BEFORE, PHONE_AFTER);
    }

    /** The last four digits. */
    public static String bankAccount(String account) {
        return middle(account, 0, ACCOUNT_AFTER);
    }

    /** The year. */
    public static String bornOn(LocalDate day) {
        return day.getYear() + "-**-**";
    }

    private static String middle(String value, int before, int after) {
        int hidden = Math.max(0, value.length() - before - after);
        return value.substring(0, before) + "*".repeat(hidden) + value.substring(before + hidden);
    }
}
