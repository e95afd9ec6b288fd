package cn.suinian.core.crypto;

/**
 * The keystore file cannot be made, opened or changed. The message is for the operator: it names the file and the
 * setting to look at, never the passphrase.
 */
public final class KeystoreException extends RuntimeException {
    KeystoreException(String message) {
        super(message);
    }

    KeystoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
