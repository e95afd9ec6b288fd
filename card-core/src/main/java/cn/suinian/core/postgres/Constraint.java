package cn.suinian.core.postgres;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells which constraint of the schema a statement broke: by its name, never by the text of a message. */
public final class Constraint {
    private Constraint() {}

    /** Whether it is this one. */
    public static boolean broke(SQLException failure, String name) {
        if (!(failure instanceof PSQLException postgres)) {
            return false;
        }
        ServerErrorMessage server = postgres.getServerErrorMessage();
        return server != null && name.equals(server.getConstraint());
    }
}
