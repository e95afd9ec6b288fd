package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The key under which card keys travel to the bureau that writes them into cards; agreed with the bureau in a key
 * ceremony and never sent. Safe for any number of threads. Its text form shows only the check value.
 *
 * <p>SM4-GCM and not the key wrap of RFC 3394: the associated data ties a wrapped key to its card and its order, so
 * two lines of a file cannot be exchanged.
 */
public final class TransportKey {
    private static final int CHECK_BYTES = 3;

    private final Sm4Gcm gcm;
    private final String checkValue;

    /**
     * Prepares a key; the array is not kept.
     *
     * @throws IllegalArgumentException if the key is not 16 bytes
     */
    public TransportKey(byte[] key, SecureRandom random) {
        this.gcm = new Sm4Gcm(key, random);
        this.checkValue = checkValue(key);
    }

    /** The wrapped key: nonce (12) ‖ ciphertext (16) ‖ tag (16). */
    public byte[] wrap(byte[] key, String purpose) {
        return gcm.seal(key, purpose.getBytes(UTF_8));
    }

    /**
     * The key again, as the bureau gets it.
     *
     * @throws SealBrokenException if it was wrapped for something else, or under another key
     */
    public byte[] unwrap(byte[] wrapped, String purpose) {
        return gcm.open(wrapped, purpose.getBytes(UTF_8));
    }

    /** Of this key: both sides compare it, and nobody learns the key. */
    public String checkValue() {
        return checkValue;
    }

    /** The first three bytes of a block of zeros encrypted under the key, as hexadecimal. */
    public static String checkValue(byte[] key) {
        byte[] block = Sm4.encryptBlocks(key, new byte[Sm4.BLOCK_BYTES]);
        return Hex.encode(Arrays.copyOf(block, CHECK_BYTES));
    }

    @Override
    public String toString() {
        return "transport key " + checkValue;
    }
}
