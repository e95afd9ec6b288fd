package cn.suinian.core.card;

import java.util.Optional;

/**
 * A card's printed number: 19 digits, the issuer prefix {@code 31048704}, the card kind {@code 60}, an eight-digit
 * serial and a Luhn digit (docs/protocol.md, "Card number").
 *
 * @param serial 0 to 99,999,999; identifies the card inside Suinian
 */
public record CardNumber(int serial) {

    /** Digits in a printed number. */
    public static final int LENGTH = 19;

    /** Highest serial a number can carry. */
    public static final int MAX_SERIAL = 99_999_999;

    private static final String PREFIX = "3104870460";

    public CardNumber {
        if (serial < 0 || serial > MAX_SERIAL) {
            throw new IllegalArgumentException("card serial out of range: " + serial);
        }
    }

    /** Reads a printed number; empty when it is not 19 digits of this issuer with a right Luhn digit. */
    public static Optional<CardNumber> parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int serial = 0;
        for (int i = PREFIX.length(); i < LENGTH - 1; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            serial = serial * 10 + digit;
        }
        int check = text.charAt(LENGTH - 1) - '0';
        return check == luhnDigit(text) ? Optional.of(new CardNumber(serial)) : Optional.empty();
    }

    /** The 19 printed digits. Personal data: never log it, show {@link #masked()}. */
    public String digits() {
        String body = PREFIX + Integer.toString(MAX_SERIAL + 1 + serial).substring(1);
        return body + luhnDigit(body);
    }

    /** What screens show: issuer and last four digits. */
    public String masked() {
        String digits = digits();
        return digits.substring(0, 8) + "*******" + digits.substring(LENGTH - 4);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static int luhnDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int digit = digits.charAt(i) - '0';
            boolean doubled = (LENGTH - 1 - i) % 2 == 1;
            int value = doubled ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
        }
        return (10 - sum % 10) % 10;
    }
}
