package cn.suinian.load.terminal;

import java.util.concurrent.atomic.LongAdder;

/** What happened on the wire, counted by all terminals of a run together. */
public final class Tally {
    private final LongAdder requests = new LongAdder();
    private final LongAdder lostAnswers = new LongAdder();
    private final LongAdder busyAnswers = new LongAdder();
    private final LongAdder wrongMacs = new LongAdder();
    private final LongAdder serverErrors = new LongAdder();

    void sent() {
        requests.increment();
    }

    void lost() {
        lostAnswers.increment();
    }

    void busy() {
        busyAnswers.increment();
    }

    void wrongMac() {
        wrongMacs.increment();
    }

    void serverError() {
        serverErrors.increment();
    }

    /** Requests put on the wire, retries included. */
    public long requests() {
        return requests.sum();
    }

    /** Requests that got no answer. */
    public long lostAnswers() {
        return lostAnswers.sum();
    }

    /** Answers of status 503; each was followed by the same request again. */
    public long busyAnswers() {
        return busyAnswers.sum();
    }

    /** Replies whose MAC was missing or wrong; none was believed. */
    public long wrongMacs() {
        return wrongMacs.sum();
    }

    /** Answers of status 500 and above other than 503. */
    public long serverErrors() {
        return serverErrors.sum();
    }
}
