package cn.suinian.load.frame;

/** Card numbers of the city: 19 digits, {@code 31048704} + {@code 60} + an 8-digit serial + a Luhn digit. */
public final class CardNumber {
    private static final String PREFIX = "3104870460";
    private static final int LARGEST_SERIAL = 99_999_999;

    private CardNumber() {}

    /** The card number of a serial from 1 to 99,999,999. */
    public static String ofSerial(int serial) {
        if (serial < 1 || serial > LARGEST_SERIAL) {
            throw new IllegalArgumentException("a card serial has one to eight digits, not " + serial);
        }
        String digits = PREFIX + "%08d".formatted(serial);
        return digits + luhn(digits);
    }

    /** The serial in a card number. */
    public static int serialOf(String cardNo) {
        return Integer.parseInt(cardNo.substring(PREFIX.length(), cardNo.length() - 1));
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
