package cn.suinian.core.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;

/** The SM3 hash of GB/T 32905: 32 bytes. */
public final class Sm3 {
    /** Length of a digest in bytes. */
    public static final int DIGEST_BYTES = 32;

    private Sm3() {}

    /** Hashes the parts as if they were one array. */
    public static byte[] digest(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] result = new byte[DIGEST_BYTES];
        digest.doFinal(result, 0);
        return result;
    }
}
