package cn.suinian.core.holder.person;

import cn.suinian.core.refusal.ReasonRefusal;
import cn.suinian.core.refusal.RefusedException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed of a person. Each method names the field in its refusal, never the value. */
public final class PersonalText {
    private static final int NAME_LONGEST = 60;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}·'. -]*");
    private static final Pattern DOTS = Pattern.compile("[•‧・･]");
    private static final Pattern NOT_COMPARED = Pattern.compile("[^\\p{L}]");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\p{Z}\\p{C}()-]");
    private static final Pattern MAINLAND_PREFIX = Pattern.compile("^(?:\\+|00)86");
    private static final Pattern PHONE =
            Pattern.compile("1[3-9][0-9]{9}|0[1-9][0-9]{8,10}|\\+85[23][0-9]{8}|\\+8869?[0-9]{8,9}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12,30}");
    private static final Set<Integer> CARD_LENGTHS = Set.of(16, 19);
    private static final int REASON_SHORTEST = 5;
    private static final int EVIDENCE_SHORTEST = 2;
    private static final int TEXT_LONGEST = 200;

    private PersonalText() {}

    /** A name as the document has it. */
    public static String name(String typed, String field) {
        String name = DOTS.matcher(tidy(normalised(typed))).replaceAll("·");
        if (name.codePointCount(0, name.length()) < 2
                || name.length() > NAME_LONGEST
                || !NAME.matcher(name).matches()) {
            throw new RefusedException(HolderRefusal.NAME_WRONG, field);
        }
        return name;
    }

    /** What of a name is compared: its letters, in upper case. */
    public static String comparedName(String name) {
        return NOT_COMPARED.matcher(normalised(name)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** A phone in the mainland, Hong Kong, Macau or Taiwan; null when nothing was given. */
    public static @Nullable String phone(@Nullable String typed, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String phone = comparedPhone(typed);
        if (!PHONE.matcher(phone).matches()) {
            throw new RefusedException(HolderRefusal.PHONE_WRONG, field);
        }
        return phone;
    }

    /** A phone in the one spelling that is compared. */
    public static String comparedPhone(String typed) {
        String digits = BETWEEN_DIGITS.matcher(normalised(typed)).replaceAll("");
        String national = MAINLAND_PREFIX.matcher(digits).replaceFirst("");
        return national.startsWith("00") ? "+" + national.substring(2) : national;
    }

    /**
     * A bank account, 12 to 30 digits; one of 16 or 19 digits that starts with 62 is a UnionPay card, whose last digit
     * is a Luhn digit. Null when nothing was given.
     */
    public static @Nullable String bankAccount(@Nullable String typed, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String account = BETWEEN_DIGITS.matcher(normalised(typed)).replaceAll("");
        boolean card = account.startsWith("62") && CARD_LENGTHS.contains(account.length());
        if (!ACCOUNT.matcher(account).matches() || (card && !luhn(account))) {
            throw new RefusedException(HolderRefusal.BANK_ACCOUNT_WRONG, field);
        }
        return account;
    }

    /** Why something is done, 5 to 200 characters; kept in clear, so without numbers that belong to a person. */
    public static String reason(String typed, String field) {
        String reason = tidy(typed);
        if (reason.length() < REASON_SHORTEST || reason.length() > TEXT_LONGEST) {
            throw new RefusedException(HolderRefusal.REASON_LENGTH, field);
        }
        return ReasonRefusal.withoutNumbers(reason, field);
    }

    /** By what something is known, 2 to 200 characters; kept sealed. */
    public static String evidence(@Nullable String typed, String field) {
        String evidence = typed == null ? "" : tidy(typed);
        if (evidence.length() < EVIDENCE_SHORTEST || evidence.length() > TEXT_LONGEST) {
            throw new RefusedException(HolderRefusal.EVIDENCE_MISSING, field);
        }
        return evidence;
    }

    private static String tidy(String typed) {
        return typed.replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
    }

    /** Half-width and composed, so that one text has one spelling. */
    private static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 1 ? doubled : digit;
        }
        return sum % 10 == 0;
    }
}
