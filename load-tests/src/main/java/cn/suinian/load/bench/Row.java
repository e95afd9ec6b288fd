package cn.suinian.load.bench;

/**
 * A line of the table.
 *
 * @param contestant whose server it is
 * @param tapsEach taps in one request
 */
record Row(String name, String contestant, int connections, Pattern pattern, int tapsEach, Load load, Start start) {

    /** What PostgreSQL is brought to before the first request of a row. */
    enum Start {
        /** Nothing is done: a warm-up. */
        AS_IT_IS,
        /** In the middle of the time between two checkpoints, with nothing left over from the row before. */
        AT_REST,
        /** Right after a checkpoint: the next touch of every page puts the whole page into the log. */
        AT_A_CHECKPOINT
    }

    /**
     * When requests are sent.
     *
     * @param share of the highest rate of the contestant, in percent; 0: not a share
     * @param perSecond a rate whatever the contestant does at most; 0: none
     */
    record Load(int share, int perSecond) {
        /** Each connection sends again as soon as it is answered. */
        static final Load CLOSED = new Load(0, 0);

        static Load share(int percent) {
            return new Load(percent, 0);
        }

        static Load steady(int perSecond) {
            return new Load(0, perSecond);
        }
    }

    /** Taps that make a server warm and are not shown; a cold one may refuse some. */
    static Row warmUp(String contestant, int connections) {
        return new Row("", contestant, connections, Pattern.UNIFORM, 1, Load.CLOSED, Start.AS_IT_IS);
    }

    /** As many batches as touch every card once; not shown either. */
    static Row sweep(String contestant, int connections, int tapsEach) {
        return new Row("", contestant, connections, Pattern.SWEEP, tapsEach, Load.CLOSED, Start.AS_IT_IS);
    }

    boolean isWarmUp() {
        return name.isEmpty();
    }

    static Row closed(String name, String contestant, int connections, Pattern pattern) {
        return new Row(name, contestant, connections, pattern, 1, Load.CLOSED, Start.AT_REST);
    }

    static Row batches(String name, String contestant, int connections, int tapsEach) {
        return new Row(name, contestant, connections, Pattern.UNIFORM, tapsEach, Load.CLOSED, Start.AT_REST);
    }

    static Row open(String name, String contestant, int connections, Load load) {
        return new Row(name, contestant, connections, Pattern.UNIFORM, 1, load, Start.AT_REST);
    }

    Row from(Start other) {
        return new Row(name, contestant, connections, pattern, tapsEach, load, other);
    }
}
