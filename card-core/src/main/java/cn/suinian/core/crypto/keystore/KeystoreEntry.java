package cn.suinian.core.crypto.keystore;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.bc.EncryptedSecretKeyData;
import org.bouncycastle.asn1.bc.SecretKeyData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC5649WrapEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.util.Arrays;

/**
 * One secret key as a BCFKS entry: wrapped under the passphrase a second time, inside the file that is encrypted under
 * it as a whole.
 *
 * <p>Bouncy Castle's own way to add an entry fixes 51,200 rounds of PBKDF2 for each, so four keys took longer to read
 * (over 300 ms) than the file to open. The passphrase is the one that scrypt guards at the file: whoever sees an entry
 * has it already. One round here loses nothing, and the entry stays an ordinary one that {@code keytool} lists.
 */
final class KeystoreEntry {
    private static final int ROUNDS = 1;
    private static final int SALT_BYTES = 16;
    private static final int WRAPPING_KEY_BYTES = 32;

    /** What BCFKS appends to the passphrase, so that each use of it gives another key. */
    private static final char[] PURPOSE = "SECRET_KEY_ENCRYPTION".toCharArray();

    private KeystoreEntry() {}

    /** The encoded entry. It is labelled AES: BCFKS has no name for SM4 keys, and the label touches no byte. */
    static byte[] wrap(byte[] key, char[] passphrase, SecureRandom random) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        PKCS5S2ParametersGenerator pbkdf2 = new PKCS5S2ParametersGenerator(new SHA512Digest());
        pbkdf2.init(
                Arrays.concatenate(
                        PBEParametersGenerator.PKCS12PasswordToBytes(passphrase),
                        PBEParametersGenerator.PKCS12PasswordToBytes(PURPOSE)),
                salt,
                ROUNDS);
        RFC5649WrapEngine wrapping = new RFC5649WrapEngine(AESEngine.newInstance());
        wrapping.init(true, pbkdf2.generateDerivedParameters(WRAPPING_KEY_BYTES * 8));
        byte[] plain = new SecretKeyData(NISTObjectIdentifiers.aes, key).getEncoded();
        return new EncryptedSecretKeyData(algorithm(salt), wrapping.wrap(plain, 0, plain.length)).getEncoded();
    }

    private static AlgorithmIdentifier algorithm(byte[] salt) {
        PBKDF2Params rounds = new PBKDF2Params(
                salt,
                ROUNDS,
                WRAPPING_KEY_BYTES,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA512, DERNull.INSTANCE));
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, rounds),
                        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_wrap_pad)));
    }
}
