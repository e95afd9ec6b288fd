package cn.suinian.core.crypto.sm2;

import java.math.BigInteger;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The recommended curve of GB/T 32918.5, and a signer that writes and reads signatures as our protocol does. */
final class Sm2Curve {
    /** The standard name of the curve. */
    static final String NAME = "sm2p256v1";

    static final int NUMBER_BYTES = 32;
    static final ECDomainParameters DOMAIN = domain();

    /** One less than the greatest private key: GM/T 0003.2, 6.1 allows 1 to n-2. */
    static final BigInteger PRIVATE_KEYS = DOMAIN.getN().subtract(BigInteger.TWO);

    private Sm2Curve() {}

    /** A signer for one signature by one thread: its digest and its keys are state. */
    static SM2Signer signer() {
        return new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    }

    private static ECDomainParameters domain() {
        X9ECParameters curve = GMNamedCurves.getByName(NAME);
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
