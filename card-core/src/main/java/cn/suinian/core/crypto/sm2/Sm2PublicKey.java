package cn.suinian.core.crypto.sm2;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * Checks SM2 signatures (GM/T 0003.2 with SM3) of one key on the curve sm2p256v1. Safe for any number of threads.
 *
 * <p>A signature is r and s, 32 bytes each, big-endian, one after the other. DER, which Bouncy Castle and OpenSSL write
 * by default, is refused: one signature must have one spelling.
 */
public final class Sm2PublicKey {
    /** Length of a signature in bytes. */
    public static final int SIGNATURE_BYTES = 2 * Sm2Curve.NUMBER_BYTES;

    /** Length of an encoded key in bytes: 04, x and y. */
    public static final int ENCODED_BYTES = 1 + 2 * Sm2Curve.NUMBER_BYTES;

    /** The signer id of GM/T 0009 where none was agreed; it goes into the digest with the key. */
    public static final String DEFAULT_ID = "1234567812345678";

    private static final byte UNCOMPRESSED = 4;

    private final ECPublicKeyParameters key;

    Sm2PublicKey(ECPublicKeyParameters key) {
        this.key = key;
    }

    /**
     * A key from its uncompressed form.
     *
     * @throws IllegalArgumentException unless it is 65 bytes that begin with 04 and name a point of the curve
     */
    public static Sm2PublicKey decode(byte[] encoded) {
        if (encoded.length != ENCODED_BYTES || encoded[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("Not an uncompressed point: 65 bytes that begin with 04");
        }
        return new Sm2PublicKey(
                new ECPublicKeyParameters(Sm2Curve.DOMAIN.getCurve().decodePoint(encoded), Sm2Curve.DOMAIN));
    }

    /** The uncompressed form: 04, x and y; 65 bytes. */
    public byte[] encoded() {
        return key.getQ().getEncoded(false);
    }

    /** Whether this is the key's signature over the message with the default id; false for garbage of any length. */
    public boolean verify(byte[] message, byte[] signature) {
        return verify(DEFAULT_ID, message, signature);
    }

    /** Whether this is the key's signature over the message with this signer id (ASCII). */
    public boolean verify(String id, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        SM2Signer signer = Sm2Curve.signer();
        signer.init(false, new ParametersWithID(key, id.getBytes(StandardCharsets.US_ASCII)));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }
}
