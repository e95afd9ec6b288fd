package cn.suinian.core.crypto;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.CMac;

/**
 * SM4-CMAC (RFC 4493 with SM4 as the cipher) under one key. Safe for any number of threads: calls on one instance take
 * turns, which costs nothing while a card is in one place at a time.
 */
public final class Sm4Cmac {
    /** Length of a full MAC in bytes. */
    public static final int MAC_BYTES = Sm4.BLOCK_BYTES;

    private final CMac cmac = new CMac(new SM4Engine());

    /**
     * Prepares a key; the array is not kept.
     *
     * @throws IllegalArgumentException if the key is not 16 bytes
     */
    public Sm4Cmac(byte[] key) {
        cmac.init(Sm4.keyParameter(key));
    }

    /** The full MAC, 16 bytes. */
    public byte[] mac(byte[] message) {
        byte[] result = new byte[MAC_BYTES];
        synchronized (cmac) {
            cmac.update(message, 0, message.length);
            cmac.doFinal(result, 0);
        }
        return result;
    }

    /** The first 8 bytes of the MAC as a big-endian number: the form of a TAC. */
    public long macFirst8Bytes(byte[] message) {
        return BigEndian.getLong(mac(message), 0);
    }
}
