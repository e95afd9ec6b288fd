package cn.suinian.core.crypto;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The bare SM4 block cipher of GB/T 32907, for key derivation only. Data is sealed with {@link Sm4Gcm} and
 * authenticated with {@link Sm4Cmac}.
 */
public final class Sm4 {
    /** Length of a block in bytes. */
    public static final int BLOCK_BYTES = 16;

    /** Length of a key in bytes. */
    public static final int KEY_BYTES = 16;

    private Sm4() {}

    /**
     * Encrypts whole blocks, each on its own (ECB).
     *
     * @throws IllegalArgumentException if the key is not 16 bytes or the input is not whole blocks
     */
    public static byte[] encryptBlocks(byte[] key, byte[] blocks) {
        if (blocks.length % BLOCK_BYTES != 0) {
            throw new IllegalArgumentException("SM4 takes whole blocks of 16 bytes, not " + blocks.length + " bytes");
        }
        SM4Engine engine = new SM4Engine();
        engine.init(true, keyParameter(key));
        byte[] result = new byte[blocks.length];
        for (int at = 0; at < blocks.length; at += BLOCK_BYTES) {
            engine.processBlock(blocks, at, result, at);
        }
        return result;
    }

    static KeyParameter keyParameter(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("An SM4 key has 16 bytes, not " + key.length);
        }
        return new KeyParameter(key);
    }
}
