package cn.suinian.load.console;

import java.io.IOException;

/** A page was not what somebody at a browser needs to go on. */
public final class ConsoleException extends IOException {
    private static final long serialVersionUID = 1L;

    public ConsoleException(String message) {
        super(message);
    }
}
