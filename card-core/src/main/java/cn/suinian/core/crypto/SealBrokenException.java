package cn.suinian.core.crypto;

/** A sealed value was changed, cut, moved to another place (other associated data) or sealed under another key. */
public final class SealBrokenException extends RuntimeException {
    SealBrokenException(String message) {
        super(message);
    }
}
