package cn.suinian.core.refusal;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Finds numbers that may be a document, a phone, a card or an account in a text that is kept in clear, however they are
 * written: full-width, in Chinese numerals, or with blanks, dashes and dots between the digits. Days of this century
 * and amounts are none.
 */
public final class PersonalNumber {
    private static final String BETWEEN = "[\\p{Z}\\p{C}\\p{Pd}._/·•‧・･()]";
    private static final Pattern RUN = Pattern.compile("[0-9](?:" + BETWEEN + "*[0-9])*");
    private static final Pattern SEPARATORS = Pattern.compile(BETWEEN + "+");
    private static final int SHORTEST = 8;
    private static final String DAY =
            "20[0-9]{2}(?:-(?:0?[1-9]|1[0-2])-|[.](?:0?[1-9]|1[0-2])[.]|/(?:0?[1-9]|1[0-2])/|(?:0[1-9]|1[0-2]))"
                    + "(?:0[1-9]|[12][0-9]|3[01]|[1-9])";
    private static final Pattern DAYS = Pattern.compile(DAY + "(?:" + BETWEEN + "+(?:" + DAY + "|[0-9]{1,2})){0,2}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,8}[.][0-9]{2}");
    /** Identity cards of Hong Kong: one or two letters, six digits and a check character. */
    private static final Pattern HONG_KONG =
            Pattern.compile("(?<![A-Za-z])[A-Za-z]{1,2}[0-9]{6}\\(?[0-9Aa]\\)?(?![0-9A-Za-z])");

    private static final String NUMERALS = "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖";
    private static final String DIGITS = "0001234567891123456789";

    private PersonalNumber() {}

    /** Whether there is one in a text. */
    public static boolean in(String text) {
        String plain = plain(text);
        return HONG_KONG.matcher(plain).find() || RUN.matcher(plain).results().anyMatch(run -> isPersonal(run.group()));
    }

    private static boolean isPersonal(String run) {
        return SEPARATORS.matcher(run).replaceAll("").length() >= SHORTEST
                && !DAYS.matcher(run).matches()
                && !AMOUNT.matcher(run).matches();
    }

    /** Half-width, every numeral a digit, every dash the same. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(each -> {
            int numeral = NUMERALS.indexOf(each);
            int digit = numeral >= 0 ? DIGITS.charAt(numeral) - '0' : Character.digit(each, 10);
            boolean dash = Character.getType(each) == Character.DASH_PUNCTUATION || each == '−';
            plain.appendCodePoint(digit >= 0 ? '0' + digit : dash ? '-' : each);
        });
        return plain.toString();
    }
}
