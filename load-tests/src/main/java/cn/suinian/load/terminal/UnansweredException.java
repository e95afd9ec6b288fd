package cn.suinian.load.terminal;

import org.jspecify.annotations.Nullable;

/** Patience is at an end and the outcome of a request is still unknown. */
public final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
