package cn.suinian.load.replay;

/** The file is missing, is not JSON, or holds nothing to send. The message is for the person who named it. */
final class UnusableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message);
    }

    UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
