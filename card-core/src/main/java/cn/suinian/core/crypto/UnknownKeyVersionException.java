package cn.suinian.core.crypto;

/** The vault has no master key of that version. Ask {@code hasCardKeyVersion} or {@code hasTerminalKeyVersion}. */
public final class UnknownKeyVersionException extends RuntimeException {
    UnknownKeyVersionException(String kind, int version) {
        super("No " + kind + " master key of version " + version);
    }
}
