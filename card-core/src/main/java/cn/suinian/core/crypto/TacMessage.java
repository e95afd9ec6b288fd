package cn.suinian.core.crypto;

import java.time.LocalDateTime;

/**
 * What a card signs at a tap: the 36 bytes under the TAC of terminal protocol v1, big-endian.
 *
 * <p>{@code BCD(card number) 10 ‖ card counter 4 ‖ BCD(terminal id) 6 ‖ terminal sequence 4 ‖ service 1 ‖ amount 4 ‖
 * BCD(YYYYMMDDhhmmss) 7}.
 *
 * @param cardNo 19 decimal digits
 * @param cardCounter the card's own tap counter, unsigned 32 bits
 * @param terminalId at most 12 decimal digits
 * @param terminalSeq the terminal's own sequence number, unsigned 32 bits
 * @param serviceCode the protocol's number of the service, unsigned 8 bits
 * @param amountFen the price in fen, unsigned 32 bits
 * @param shanghaiTime the moment of the tap on a clock in Asia/Shanghai; fractions of a second are not signed
 */
public record TacMessage(
        String cardNo,
        long cardCounter,
        long terminalId,
        long terminalSeq,
        int serviceCode,
        long amountFen,
        LocalDateTime shanghaiTime) {
    /** Length of the message in bytes. */
    public static final int BYTES = 36;

    private static final long MAX_UNSIGNED_INT = 0xffff_ffffL;

    /** Refuses with an {@link IllegalArgumentException} what would not fit its field and so be signed as another. */
    public TacMessage {
        Diversification.requireCardNo(cardNo);
        Diversification.requireTerminalId(terminalId);
        requireRange("Card counter", cardCounter, MAX_UNSIGNED_INT);
        requireRange("Terminal sequence", terminalSeq, MAX_UNSIGNED_INT);
        requireRange("Service code", serviceCode, 0xff);
        requireRange("Amount", amountFen, MAX_UNSIGNED_INT);
        requireRange("Year", shanghaiTime.getYear(), 9999);
    }

    /** The message, a new array at each call. */
    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        Bcd.putDigits(bytes, 0, 10, cardNo);
        BigEndian.putUnsignedInt(bytes, 10, cardCounter);
        Bcd.put(bytes, 14, 6, terminalId);
        BigEndian.putUnsignedInt(bytes, 20, terminalSeq);
        bytes[24] = (byte) serviceCode;
        BigEndian.putUnsignedInt(bytes, 25, amountFen);
        Bcd.put(bytes, 29, 2, shanghaiTime.getYear());
        Bcd.put(bytes, 31, 1, shanghaiTime.getMonthValue());
        Bcd.put(bytes, 32, 1, shanghaiTime.getDayOfMonth());
        Bcd.put(bytes, 33, 1, shanghaiTime.getHour());
        Bcd.put(bytes, 34, 1, shanghaiTime.getMinute());
        Bcd.put(bytes, 35, 1, shanghaiTime.getSecond());
        return bytes;
    }

    private static void requireRange(String name, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + " must be 0 to " + max);
        }
    }
}
