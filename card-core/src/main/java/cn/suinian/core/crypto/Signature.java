package cn.suinian.core.crypto;

/**
 * An SM2 signature of this house and the version of the key that made it.
 *
 * @param keyVersion from 1; {@link KeyVault#signingKeys()} has its public key
 * @param hex r and s, 128 lower-case hexadecimal digits
 */
public record Signature(int keyVersion, String hex) {}
