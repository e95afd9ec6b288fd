package cn.suinian.core.postgres;

/** The database cannot be reached, started or migrated; the message tells the operator why and what to do. */
public final class DatabaseUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnusableException(String message) {
        super(message);
    }

    public DatabaseUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
