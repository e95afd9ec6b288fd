package cn.suinian.settlement.statement.format;

import java.util.regex.Pattern;

/** The beginning of what stood in a file, fit to be told and kept: it may be anything, also a list of people. */
public final class ShownText {
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{11,}");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    private ShownText() {}

    /**
     * At most so many characters. The number of a card, a person or a phone is masked; a tab is an arrow, and whatever
     * else cannot be seen, or turns the writing round, is U+FFFD.
     */
    public static String of(String text, int most) {
        String masked = LONG_NUMBER.matcher(text).replaceAll("***").replace('\t', '\u21E5');
        String seen = INVISIBLE.matcher(masked).replaceAll("\uFFFD");
        if (seen.length() <= most) {
            return seen;
        }
        return seen.substring(0, Character.isHighSurrogate(seen.charAt(most - 1)) ? most - 1 : most);
    }
}
