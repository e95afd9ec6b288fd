package cn.suinian.core.staff.password;

import cn.suinian.core.refusal.RefusedException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which passwords staff may choose. */
public final class PasswordPolicy {
    /** Fewest characters. */
    public static final int SHORTEST = 12;
    /** Most characters. */
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int LONGEST_RUN = 6;
    // Where passwords run along: letters, digits, and the rows and columns of keyboards.
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "azertyuiop",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "!@#$%^&*()");

    private PasswordPolicy() {}

    /** The one spelling of what can be typed in several ways. */
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /**
     * The password in its one spelling.
     *
     * @throws RefusedException with a {@link PasswordRefusal}
     */
    public static String accept(String typed, String account) {
        Optional<PasswordRefusal> refusal = findRefusal(typed, account);
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get(), "password");
        }
        return normalise(typed);
    }

    /** Why it is refused; empty when it is not. */
    public static Optional<PasswordRefusal> findRefusal(String typed, String account) {
        if (typed.length() > 4 * LONGEST) {
            return Optional.of(PasswordRefusal.TOO_LONG);
        }
        String password = normalise(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(PasswordRefusal.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordRefusal.TOO_LONG);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(account.toLowerCase(Locale.ROOT))) {
            return Optional.of(PasswordRefusal.HOLDS_THE_ACCOUNT);
        }
        if (lower.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(PasswordRefusal.DIGITS_ONLY);
        }
        if (isSimple(lower)) {
            return Optional.of(PasswordRefusal.TOO_SIMPLE);
        }
        return CommonWords.explain(lower) ? Optional.of(PasswordRefusal.COMMON) : Optional.empty();
    }

    private static boolean isSimple(String lower) {
        return lower.codePoints().distinct().count() < FEWEST_DIFFERENT
                || repeatsItself(lower)
                || lower.length() - inRuns(lower) < LONGEST_RUN;
    }

    /** Whether it is one piece of at most a half over and over. */
    private static boolean repeatsItself(String text) {
        return (text + text).indexOf(text, 1) < text.length();
    }

    /** How many characters stand in runs of four and more. */
    private static int inRuns(String text) {
        int covered = 0;
        for (int at = 0; at < text.length(); ) {
            int run = runAt(text, at);
            covered += run >= 4 ? run : 0;
            at += run >= 4 ? run : 1;
        }
        return covered;
    }

    private static int runAt(String text, int from) {
        int longest = 1;
        for (int to = from + 2; to <= text.length(); to++) {
            String piece = text.substring(from, to);
            String reversed = new StringBuilder(piece).reverse().toString();
            boolean same = piece.chars().distinct().count() == 1;
            if (!same && RUNS.stream().noneMatch(run -> run.contains(piece) || run.contains(reversed))) {
                break;
            }
            longest = to - from;
        }
        return longest;
    }
}
