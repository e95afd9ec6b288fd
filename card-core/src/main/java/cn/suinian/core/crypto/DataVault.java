package cn.suinian.core.crypto;

/**
 * Where personal data is sealed for a column of the database, and where the number comes from by which it is found
 * again: a keystore file today, a hardware module where the city has one. Safe for any number of threads.
 *
 * <p>A sealed value is key version (2 bytes, big-endian) ‖ nonce (12) ‖ ciphertext ‖ tag (16), by SM4-GCM. The column
 * and the row are authenticated with it, so a value copied into another row or column does not open. Old versions
 * open for as long as the vault holds them; new values are sealed with the newest.
 */
public interface DataVault {
    /**
     * Seals a value for one place.
     *
     * @param column the table and column, as {@code holder_person.name_sealed}
     * @param rowId the key of the row
     * @throws UnknownKeyVersionException if the vault has no key for columns
     */
    byte[] seal(String column, long rowId, byte[] plain);

    /**
     * The value that was sealed for this place.
     *
     * @throws SealBrokenException if it was changed, cut, or sealed for another place
     * @throws UnknownKeyVersionException if the vault does not hold the key it was sealed with
     */
    byte[] open(String column, long rowId, byte[] sealed);

    /** Whether a value is sealed with the newest key; one that is not wants to be sealed again. */
    boolean current(byte[] sealed);

    /** The version that new values are sealed with. */
    int columnKeyVersion();

    /**
     * What equal values have in common and nobody without the key can compute: HMAC-SM3 over the kind and the value,
     * 32 bytes. It says which rows are equal, and so how often a name occurs; that is what it is for.
     *
     * @param kind what the value is, so that a name never matches a number
     * @param normalised the value in the one spelling that is compared
     */
    byte[] blindIndex(String kind, String normalised);
}
