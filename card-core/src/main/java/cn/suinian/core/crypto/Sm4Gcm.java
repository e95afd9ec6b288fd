package cn.suinian.core.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4-GCM (RFC 8998) under one key, for personal data in columns. Safe for any number of threads.
 *
 * <p>A sealed value is nonce (12) ‖ ciphertext ‖ tag (16). Nonces are random, so one key may seal at most 2^32 values
 * (NIST SP 800-38D, section 8.3): a city's columns stay far below.
 */
public final class Sm4Gcm {
    /** How many bytes longer a sealed value is than the plain one. */
    public static final int OVERHEAD_BYTES = 28;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyParameter key;
    private final SecureRandom random;

    /**
     * Prepares a key; the array is not kept.
     *
     * @throws IllegalArgumentException if the key is not 16 bytes
     */
    public Sm4Gcm(byte[] key, SecureRandom random) {
        this.key = Sm4.keyParameter(key);
        this.random = random;
    }

    /**
     * Encrypts and authenticates. The associated data is authenticated too but not stored: name the table, column and
     * row in it, and a value copied into another row no longer opens.
     */
    public byte[] seal(byte[] plain, byte[] associatedData) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return seal(nonce, plain, associatedData);
    }

    byte[] seal(byte[] nonce, byte[] plain, byte[] associatedData) {
        GCMModeCipher cipher = cipher(true, nonce, associatedData);
        byte[] sealed = Arrays.copyOf(nonce, plain.length + OVERHEAD_BYTES);
        int written = cipher.processBytes(plain, 0, plain.length, sealed, NONCE_BYTES);
        try {
            cipher.doFinal(sealed, NONCE_BYTES + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing checks no tag, so it cannot find a wrong one", e);
        }
        return sealed;
    }

    /**
     * The plain bytes of a sealed value.
     *
     * @throws SealBrokenException if the value, the associated data or the key is not the one it was sealed with
     */
    public byte[] open(byte[] sealed, byte[] associatedData) {
        if (sealed.length < OVERHEAD_BYTES) {
            throw new SealBrokenException("A sealed value has at least " + OVERHEAD_BYTES + " bytes");
        }
        GCMModeCipher cipher = cipher(false, Arrays.copyOf(sealed, NONCE_BYTES), associatedData);
        byte[] plain = new byte[sealed.length - OVERHEAD_BYTES];
        int written = cipher.processBytes(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES, plain, 0);
        try {
            cipher.doFinal(plain, written);
        } catch (InvalidCipherTextException e) {
            throw new SealBrokenException("The sealed value does not match its tag");
        }
        return plain;
    }

    private GCMModeCipher cipher(boolean forEncryption, byte[] nonce, byte[] associatedData) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(forEncryption, new AEADParameters(key, TAG_BITS, nonce, associatedData));
        return cipher;
    }
}
