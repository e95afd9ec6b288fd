package cn.suinian.core.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * HMAC-SM3 (RFC 2104 over GB/T 32905) under one key; 32 bytes. Safe for any number of threads.
 *
 * <p>The two key blocks are hashed once. Each call copies those SM3 states, so a MAC costs no key set-up and the shared
 * states are only ever read.
 */
public final class HmacSm3 {
    /** Length of a MAC in bytes. */
    public static final int MAC_BYTES = Sm3.DIGEST_BYTES;

    private static final int BLOCK_BYTES = 64;
    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5c;

    private final SM3Digest inner;
    private final SM3Digest outer;

    /** Prepares a key of any length; the array is not kept. */
    public HmacSm3(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK_BYTES ? Sm3.digest(key) : key, BLOCK_BYTES);
        inner = startedWith(block, INNER_PAD);
        outer = startedWith(block, OUTER_PAD);
    }

    /** The MAC over the parts, taken as if they were one array. */
    public byte[] mac(byte[]... parts) {
        SM3Digest digest = new SM3Digest(inner);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] result = new byte[MAC_BYTES];
        digest.doFinal(result, 0);
        digest = new SM3Digest(outer);
        digest.update(result, 0, MAC_BYTES);
        digest.doFinal(result, 0);
        return result;
    }

    /** Whether {@code mac} is the MAC over the parts; takes the same time wherever the first difference is. */
    public boolean verify(byte[] mac, byte[]... parts) {
        return ConstantTime.equal(mac, mac(parts));
    }

    private static SM3Digest startedWith(byte[] block, byte pad) {
        byte[] padded = new byte[BLOCK_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        SM3Digest digest = new SM3Digest();
        digest.update(padded, 0, BLOCK_BYTES);
        return digest;
    }
}
