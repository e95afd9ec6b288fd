package cn.suinian.core.crypto;

import java.util.HexFormat;

/** Lower-case hexadecimal, the only spelling the protocol knows: two spellings of one MAC would be two cache keys. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** Two lower-case digits per byte. */
    public static String encode(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    /** Sixteen lower-case digits, the most significant first: the form of a TAC. */
    public static String encode(long value) {
        return FORMAT.toHexDigits(value);
    }

    /**
     * The bytes of an even number of lower-case digits.
     *
     * @throws IllegalArgumentException for upper case, an odd length or anything else; the text is not repeated
     */
    public static byte[] decode(String text) {
        if (text.length() % 2 != 0 || !isLowerHex(text, text.length())) {
            throw new IllegalArgumentException("Not lower-case hexadecimal");
        }
        return FORMAT.parseHex(text);
    }

    /**
     * The number written as exactly sixteen lower-case digits.
     *
     * @throws IllegalArgumentException for any other text; the text is not repeated
     */
    public static long decodeLong(String text) {
        if (!isLowerHex(text, 16)) {
            throw new IllegalArgumentException("Not sixteen lower-case hexadecimal digits");
        }
        return HexFormat.fromHexDigitsToLong(text);
    }

    /** Whether the text is exactly that many lower-case hexadecimal digits: the question a parser asks first. */
    public static boolean isLowerHex(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
