package cn.suinian.core.crypto;

import java.util.Arrays;

/**
 * Terminal protocol v1's derivation of one key per card and per terminal: {@code SM4-ECB(master key, F ‖ ~F)}, where F
 * is an 8-byte factor made of the number of the thing and ~F its complement.
 */
public final class Diversification {
    /** Length of a factor in bytes. */
    public static final int FACTOR_BYTES = 8;

    private static final int CARD_NO_DIGITS = 19;
    private static final int CARD_NO_BYTES = 10;
    private static final int TERMINAL_ID_BYTES = 6;
    private static final long MAX_TERMINAL_ID = 999_999_999_999L;

    private Diversification() {}

    /**
     * The 16-byte key that a master key gives for a factor.
     *
     * @throws IllegalArgumentException if the master key is not 16 bytes or the factor not 8
     */
    public static byte[] key(byte[] masterKey, byte[] factor) {
        if (factor.length != FACTOR_BYTES) {
            throw new IllegalArgumentException("A factor has 8 bytes, not " + factor.length);
        }
        byte[] blocks = Arrays.copyOf(factor, 2 * FACTOR_BYTES);
        for (int i = 0; i < FACTOR_BYTES; i++) {
            blocks[FACTOR_BYTES + i] = (byte) ~factor[i];
        }
        return Sm4.encryptBlocks(masterKey, blocks);
    }

    /**
     * The last 8 bytes of the card number in BCD(10), that is its last 16 digits.
     *
     * @throws IllegalArgumentException unless the number is 19 decimal digits
     */
    public static byte[] cardFactor(String cardNo) {
        requireCardNo(cardNo);
        byte[] bcd = new byte[CARD_NO_BYTES];
        Bcd.putDigits(bcd, 0, CARD_NO_BYTES, cardNo);
        return Arrays.copyOfRange(bcd, CARD_NO_BYTES - FACTOR_BYTES, CARD_NO_BYTES);
    }

    /**
     * The terminal id in BCD(6), then two zero bytes.
     *
     * @throws IllegalArgumentException unless the id is 0 to 999,999,999,999
     */
    public static byte[] terminalFactor(long terminalId) {
        requireTerminalId(terminalId);
        byte[] factor = new byte[FACTOR_BYTES];
        Bcd.put(factor, 0, TERMINAL_ID_BYTES, terminalId);
        return factor;
    }

    static void requireCardNo(String cardNo) {
        boolean valid = cardNo.length() == CARD_NO_DIGITS;
        for (int i = 0; valid && i < CARD_NO_DIGITS; i++) {
            valid = cardNo.charAt(i) >= '0' && cardNo.charAt(i) <= '9';
        }
        if (!valid) {
            throw new IllegalArgumentException("A card number has 19 decimal digits");
        }
    }

    static void requireTerminalId(long terminalId) {
        if (terminalId < 0 || terminalId > MAX_TERMINAL_ID) {
            throw new IllegalArgumentException("A terminal id has at most 12 decimal digits");
        }
    }
}
