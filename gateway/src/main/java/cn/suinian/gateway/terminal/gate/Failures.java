package cn.suinian.gateway.terminal.gate;

import cn.suinian.core.authorization.NotAuthorized;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where failures become problems. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static Refused refusal(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused;
        }
        if (failure instanceof NotAuthorized notAuthorized) {
            return refusal(notAuthorized.why());
        }
        LOG.error("a request failed", failure);
        return new Refused(ProblemCode.OUR_FAULT, "something went wrong on our side; send the same again");
    }

    private static Refused refusal(NotAuthorized.Cause cause) {
        return switch (cause) {
            case KEY_REUSED ->
                new Refused(
                        ProblemCode.KEY_REUSED,
                        "terminalSeq",
                        "this terminal used this number for another tap of this holder on that date; take a new one");
            case NEVER_SEEN ->
                new Refused(ProblemCode.TAP_NEVER_SEEN, "no tap with this number, date and card is stored");
            case NOTHING_TO_REVERSE ->
                new Refused(
                        ProblemCode.NOTHING_TO_REVERSE,
                        "the tap was declined or is an identity check: it used nothing that could be given back");
            case REVERSAL_TOO_LATE ->
                new Refused(
                        ProblemCode.REVERSAL_TOO_LATE,
                        "the time in which this tap could be reversed is over; report it to your back office");
            case QUEUE_FULL -> new Refused(ProblemCode.QUEUE_FULL, "nothing was done; send the same again");
            case DEADLINE_PASSED -> new Refused(ProblemCode.DEADLINE_PASSED, "nothing was done; send the same again");
            case OUTCOME_UNKNOWN ->
                new Refused(
                        ProblemCode.OUTCOME_UNKNOWN, "send the same again, with the same number, to learn its outcome");
            case UNAVAILABLE -> new Refused(ProblemCode.NOT_READY, "the database does not answer; send the same again");
            case STOPPING -> new Refused(ProblemCode.NOT_READY, "this node is stopping; send the same again");
            case REFUSED_BY_DATABASE ->
                new Refused(ProblemCode.OUR_FAULT, "this tap could not be stored; nothing was done");
        };
    }
}
