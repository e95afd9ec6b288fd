package cn.suinian.core.crypto;

import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Where the master keys are used and never seen: a keystore file today, a hardware module where the city has one. Safe
 * for any number of threads.
 *
 * <p>Master keys have versions, from 1, and every version in the vault works at the same time: so cards and terminals
 * move to a new version one by one. Each call with a version the vault does not hold throws
 * {@link UnknownKeyVersionException}; each call with a number that is not one, {@link IllegalArgumentException}.
 *
 * <p>Only derived keys leave, for one card or one terminal, when it is personalised.
 */
public interface KeyVault {
    /** Whether cards of this key version can be checked. */
    boolean hasCardKeyVersion(int keyVersion);

    /** Whether terminals of this key version can be checked. */
    boolean hasTerminalKeyVersion(int keyVersion);

    /** The versions of which terminals can be checked, from the oldest to the newest. */
    SortedSet<Integer> terminalKeyVersions();

    /** The TAC that the card named in the message would compute: the first 8 bytes of the SM4-CMAC, big-endian. */
    long tac(int keyVersion, TacMessage message);

    /** Whether the TAC is right; says nothing, by its duration, about how much of it is. */
    default boolean verifyTac(int keyVersion, TacMessage message, long tac) {
        return ConstantTime.equal(tac, tac(keyVersion, message));
    }

    /** The HMAC-SM3 (32 bytes) of a terminal over the parts, taken as if they were one array. */
    byte[] terminalMac(long terminalId, int keyVersion, byte[]... parts);

    /** Whether the MAC is right; says nothing, by its duration, about how much of it is. */
    default boolean verifyTerminalMac(long terminalId, int keyVersion, byte[] mac, byte[]... parts) {
        return ConstantTime.equal(mac, terminalMac(terminalId, keyVersion, parts));
    }

    /** The 16-byte key to write into a card. */
    byte[] cardKey(String cardNo, int keyVersion);

    /** The 16-byte key to load into a terminal. */
    byte[] terminalKey(long terminalId, int keyVersion);

    /**
     * The SM2 signature of this house over the content, by its newest signing key: for what is told to many and must
     * stand without a connection to us, as a denylist that a vendor hands on. About a millisecond.
     *
     * @throws UnknownKeyVersionException if the vault has no signing key
     */
    Signature sign(byte[] content);

    /** The public keys of the signatures by version: those that still sign, and those that once did. */
    SortedMap<Integer, Sm2PublicKey> signingKeys();
}
