package cn.suinian.core.authorization;

/** The one thread a lane runs on, and its time: an event loop in service, a virtual one in the simulator. */
interface Track {

    /** Runs this on the track, soon. */
    void run(Runnable work);

    /** Runs this on the track after a while. */
    void later(long millis, Runnable work);

    /** Milliseconds on a clock that never goes back. */
    long nowMillis();
}
