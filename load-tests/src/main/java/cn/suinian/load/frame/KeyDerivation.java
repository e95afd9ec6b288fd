package cn.suinian.load.frame;

import java.util.Arrays;

/**
 * Keys derived from a master key (DESIGN section 5): SM4 of a factor F of eight bytes followed by its complement.
 * A real terminal is given its derived key; masters are only used against the vectors.
 */
public final class KeyDerivation {
    private static final int FACTOR = 8;

    private KeyDerivation() {}

    /** The key of a card: F is the last eight bytes of the card number's ten BCD bytes. */
    public static Sm4Key cardKey(Sm4Key master, String cardNo) {
        byte[] number = Bcd.pack(cardNo, 10);
        return derive(master, Arrays.copyOfRange(number, number.length - FACTOR, number.length));
    }

    /** The key of a terminal: F is its six BCD bytes followed by two zero bytes. */
    public static Sm4Key terminalKey(Sm4Key master, String terminalId) {
        return derive(master, Arrays.copyOf(Bcd.pack(terminalId, 6), FACTOR));
    }

    private static Sm4Key derive(Sm4Key master, byte[] factor) {
        byte[] block = Arrays.copyOf(factor, FACTOR * 2);
        for (int i = 0; i < FACTOR; i++) {
            block[FACTOR + i] = (byte) ~factor[i];
        }
        return Sm4Key.of(Gm.sm4(master, block));
    }
}
