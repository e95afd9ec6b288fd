package cn.suinian.core.crypto.keystore;

/**
 * The keystore file cannot be made, opened or changed. The message is for the operator: it names the file and the
 * setting to look at, never the passphrase.
 */
public final class KeystoreException extends RuntimeException {
    /** With what an operator can do about it. */
    public KeystoreException(String message) {
        super(message);
    }

    KeystoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
