package cn.suinian.load.frame;

/** Digits packed two to a byte, high nibble first, padded with zeros on the left. */
final class Bcd {
    private Bcd() {}

    /**
     * Packs the digits into exactly {@code length} bytes.
     *
     * @throws IllegalArgumentException when there are more digits than fit, or something that is no digit
     */
    static byte[] pack(String digits, int length) {
        int nibbles = length * 2;
        if (digits.length() > nibbles) {
            throw new IllegalArgumentException(digits.length() + " digits do not fit into " + length + " bytes");
        }
        byte[] packed = new byte[length];
        int at = nibbles - digits.length();
        for (int i = 0; i < digits.length(); i++, at++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("not a digit: '" + digits.charAt(i) + "'");
            }
            packed[at / 2] |= (byte) (at % 2 == 0 ? digit << 4 : digit);
        }
        return packed;
    }
}
