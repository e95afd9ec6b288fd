package cn.suinian.gateway.counter.gate;

import java.sql.SQLException;

/** What answers a call, on a worker that may wait for the database. */
@FunctionalInterface
public interface CounterCall {

    /** Answers; whatever it throws becomes a problem, and then nothing was done. */
    Answer answer(Visit visit) throws SQLException;
}
