package cn.suinian.load.frame;

import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The transaction authentication code: the first eight bytes of SM4-CMAC under the card's key over 36 bytes, big
 * endian: card number 10 BCD, counter 4, terminal 6 BCD, terminal sequence 4, service 1, amount 4, time 7 BCD in
 * Shanghai (DESIGN section 5).
 */
public final class Tac {
    private static final int INPUT_LENGTH = 36;
    private static final int TAC_LENGTH = 8;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private Tac() {}

    /** The TAC as 16 lower-case hex digits. */
    public static String of(Sm4Key cardKey, String terminalId, Tap tap) {
        return HexFormat.of().formatHex(Gm.cmac(cardKey, input(terminalId, tap)), 0, TAC_LENGTH);
    }

    /** The bytes the card signs. */
    static byte[] input(String terminalId, Tap tap) {
        return ByteBuffer.allocate(INPUT_LENGTH)
                .put(Bcd.pack(tap.cardNo(), 10))
                .putInt((int) tap.cardCounter())
                .put(Bcd.pack(terminalId, 6))
                .putInt((int) tap.terminalSeq())
                .put((byte) tap.kind().code())
                .putInt((int) tap.amountFen())
                .put(Bcd.pack(tap.tappedAt().atZoneSameInstant(SHANGHAI).format(STAMP), 7))
                .array();
    }
}
