package cn.suinian.load.frame;

import java.util.HexFormat;

/** A key of 16 bytes: a card key, a terminal key or a master key. Its text form never shows the bytes. */
public final class Sm4Key {
    private static final int LENGTH = 16;

    private final byte[] bytes;

    private Sm4Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a key written as 32 hex digits.
     *
     * @throws IllegalArgumentException when it is not 16 bytes of hex
     */
    public static Sm4Key ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    static Sm4Key of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has 16 bytes, this one has " + bytes.length);
        }
        return new Sm4Key(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The key as 32 lower-case hex digits, for comparison with a vector. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Sm4Key[hidden]";
    }
}
