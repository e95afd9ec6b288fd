package cn.suinian.core.registry;

/**
 * A terminal's key, to be shown once and loaded into it. Its text form hides the key.
 *
 * @param hex 32 hexadecimal digits
 * @param checkValue by which the terminal can be asked whether it has this key
 */
public record HandedKey(long terminalId, int keyVersion, String hex, String checkValue) {
    @Override
    public String toString() {
        return "key " + keyVersion + " of terminal " + terminalId + ", check value " + checkValue;
    }
}
