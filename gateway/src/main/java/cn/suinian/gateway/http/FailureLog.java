package cn.suinian.gateway.http;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what went wrong, under a number that whoever asked sees too. Messages are left out: a driver quotes the
 * row it could not store, and that row is a person.
 */
public final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REFERENCE_BYTES = 4;
    private static final int DEEPEST = 8;

    private FailureLog() {}

    /** The number under which it stands in the log. */
    public static String record(Object route, @Nullable Throwable failure) {
        byte[] random = new byte[REFERENCE_BYTES];
        RANDOM.nextBytes(random);
        String reference = HexFormat.of().withUpperCase().formatHex(random);
        LOG.error("{} failed, reference {}:{}", route, reference, trace(failure));
        return reference;
    }

    /** Kinds, SQL states and places, from the outside in. */
    static String trace(@Nullable Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            text.append("\n  ").append(each.getClass().getName());
            if (each instanceof SQLException sql) {
                text.append(" SQLSTATE ").append(sql.getSQLState());
            }
            for (StackTraceElement place : each.getStackTrace()) {
                text.append("\n    at ").append(place);
            }
            each = each.getCause();
        }
        return text.toString();
    }
}
