package cn.suinian.core.staff;

/**
 * Encrypts a value for one column of one row, so that it cannot be read in the database, nor moved to another row.
 * The vault of the columns is one.
 */
public interface SecretSeal {
    /** The value as it is stored. */
    byte[] seal(String column, long rowId, byte[] plain);

    /** The value itself; fails when it was sealed for another place or was tampered with. */
    byte[] open(String column, long rowId, byte[] stored);
}
