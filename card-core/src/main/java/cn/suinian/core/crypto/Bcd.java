package cn.suinian.core.crypto;

/** Packed decimal digits, two to a byte, left-padded with zero: card numbers, terminal ids and times on the wire. */
final class Bcd {
    private Bcd() {}

    /** Writes decimal digits, at most {@code 2 * length} of them. */
    static void putDigits(byte[] bytes, int at, int length, String digits) {
        int nibble = 2 * (at + length) - digits.length();
        for (int i = 0; i < digits.length(); i++, nibble++) {
            int digit = digits.charAt(i) - '0';
            bytes[nibble / 2] |= (byte) (nibble % 2 == 0 ? digit << 4 : digit);
        }
    }

    /** Writes the low {@code 2 * length} decimal digits of a number that is not negative. */
    static void put(byte[] bytes, int at, int length, long value) {
        long rest = value;
        for (int i = at + length - 1; i >= at; i--) {
            int pair = (int) (rest % 100);
            bytes[i] = (byte) (((pair / 10) << 4) | (pair % 10));
            rest /= 100;
        }
    }
}
