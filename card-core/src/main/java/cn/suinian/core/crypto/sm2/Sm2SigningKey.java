package cn.suinian.core.crypto.sm2;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.KeyGenerationParameters;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.SM2KeyPairGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * Makes SM2 signatures (GM/T 0003.2 with SM3) on the curve sm2p256v1, as r and s in 64 bytes. Safe for any number of
 * threads: each signature has a signer of its own, because Bouncy Castle's keep state. A signature costs about a
 * millisecond, so it is for lists and days, never for a tap.
 */
public final class Sm2SigningKey {
    private final ECPrivateKeyParameters key;
    private final Sm2PublicKey publicKey;

    /**
     * A key from its 32 bytes, big-endian.
     *
     * @throws IllegalArgumentException for another length, for 0, and for n-1 or more
     */
    public Sm2SigningKey(byte[] privateKey) {
        BigInteger d = new BigInteger(1, privateKey);
        if (privateKey.length != Sm2Curve.NUMBER_BYTES || d.signum() == 0 || d.compareTo(Sm2Curve.PRIVATE_KEYS) > 0) {
            throw new IllegalArgumentException("Not an SM2 private key: 32 bytes from 1 to n-2");
        }
        key = new ECPrivateKeyParameters(d, Sm2Curve.DOMAIN);
        publicKey = new Sm2PublicKey(new ECPublicKeyParameters(
                new FixedPointCombMultiplier().multiply(Sm2Curve.DOMAIN.getG(), d), Sm2Curve.DOMAIN));
    }

    /** The 32 bytes of a new private key. */
    public static byte[] generate(SecureRandom random) {
        SM2KeyPairGenerator generator = new SM2KeyPairGenerator();
        KeyGenerationParameters parameters = new ECKeyGenerationParameters(Sm2Curve.DOMAIN, random);
        generator.init(parameters);
        return bytes(((ECPrivateKeyParameters) generator.generateKeyPair().getPrivate()).getD());
    }

    /**
     * The 32 bytes of the private key that belongs to a secret: always the same, and telling nothing of the secret. 64
     * bytes of HMAC-SM3 are taken modulo the number of keys, so that no key is likelier than another.
     */
    public static byte[] derive(byte[] secret, String purpose) {
        HMac hmac = new HMac(new SM3Digest());
        hmac.init(new KeyParameter(secret));
        byte[] label = purpose.getBytes(StandardCharsets.US_ASCII);
        byte[] wide = new byte[2 * hmac.getMacSize()];
        for (byte half = 1; half <= 2; half++) {
            hmac.update(label, 0, label.length);
            hmac.update(half);
            hmac.doFinal(wide, (half - 1) * hmac.getMacSize());
        }
        return bytes(new BigInteger(1, wide).mod(Sm2Curve.PRIVATE_KEYS).add(BigInteger.ONE));
    }

    /** What checks its signatures. */
    public Sm2PublicKey publicKey() {
        return publicKey;
    }

    /** The 64 bytes over the message, with the default id. */
    public byte[] sign(byte[] message, SecureRandom random) {
        return sign(Sm2PublicKey.DEFAULT_ID, message, random);
    }

    /** The 64 bytes over the message, with this signer id (ASCII). */
    byte[] sign(String id, byte[] message, SecureRandom random) {
        CipherParameters secret = new ParametersWithRandom(key, random);
        SM2Signer signer = Sm2Curve.signer();
        signer.init(true, new ParametersWithID(secret, id.getBytes(StandardCharsets.US_ASCII)));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException("Bouncy Castle could not write a signature", impossible);
        }
    }

    private static byte[] bytes(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(Sm2Curve.NUMBER_BYTES, number);
    }
}
