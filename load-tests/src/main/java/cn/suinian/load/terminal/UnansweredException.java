package cn.suinian.load.terminal;

/** Patience is at an end and the outcome of a request is still unknown. */
public final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message, Throwable cause) {
        super(message, cause);
    }

    UnansweredException(String message) {
        super(message);
    }
}
