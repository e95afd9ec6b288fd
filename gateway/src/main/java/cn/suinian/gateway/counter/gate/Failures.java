package cn.suinian.gateway.counter.gate;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.http.FailureLog;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The one place where failures become problems. */
public final class Failures {

    private Failures() {}

    /**
     * What whoever asked hears.
     *
     * @param where what was asked for, as the log calls it
     */
    public static Refused refusal(Object where, Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused;
        }
        if (failure instanceof RefusedException refused) {
            return RefusalProblems.of(refused);
        }
        String reference = FailureLog.record(where, failure);
        if (failure instanceof SQLTransientConnectionException) {
            return new Refused(ProblemCode.NOT_READY, "the database does not answer; nothing was done, send it again");
        }
        if (failure instanceof SQLException sql && brokeOff(sql)) {
            return new Refused(
                    ProblemCode.OUTCOME_UNKNOWN,
                    "the database broke off; send the same again with the same key to learn its outcome");
        }
        return new Refused(
                ProblemCode.OUR_FAULT,
                "something went wrong on our side and nothing was done; it is in our log as " + reference);
    }

    /** Classes 08, 53 and 57 of Appendix A, "PostgreSQL Error Codes": the connection, its means, or an operator. */
    private static boolean brokeOff(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
    }
}
