package cn.suinian.load.stage;

/** The gateway could not be started, stopped answering, or said something unreadable. The message is for a person. */
public final class StageException extends Exception {
    private static final long serialVersionUID = 1L;

    public StageException(String message) {
        super(message);
    }

    public StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
