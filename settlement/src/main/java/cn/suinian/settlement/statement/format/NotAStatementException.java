package cn.suinian.settlement.statement.format;

import java.io.IOException;

/** The file cannot be a statement of the format that was expected. */
public final class NotAStatementException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Why {
        EMPTY,
        HEADER_UNREADABLE,
        COLUMNS_MISSING
    }

    private final Why why;

    NotAStatementException(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
