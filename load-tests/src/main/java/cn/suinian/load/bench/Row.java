package cn.suinian.load.bench;

/**
 * A line of the table.
 *
 * @param contestant whose server it is
 * @param share of the highest rate of the contestant that an open load has, in percent; 0: another load
 * @param perSecond the rate that an open load has whatever the contestant does at most; 0: another load
 * @param tapsEach taps in one request
 */
record Row(String name, String contestant, int connections, Pattern pattern, int tapsEach, int share, int perSecond) {

    /** Taps that make a server warm and are not shown; a cold one may refuse some. */
    static Row warmUp(String contestant, int connections) {
        return closed("", contestant, connections, Pattern.UNIFORM);
    }

    /** As many batches as touch every card once; not shown either. */
    static Row sweep(String contestant, int connections, int tapsEach) {
        return new Row("", contestant, connections, Pattern.SWEEP, tapsEach, 0, 0);
    }

    boolean isWarmUp() {
        return name.isEmpty();
    }

    static Row closed(String name, String contestant, int connections, Pattern pattern) {
        return new Row(name, contestant, connections, pattern, 1, 0, 0);
    }

    static Row batches(String name, String contestant, int connections, int tapsEach) {
        return new Row(name, contestant, connections, Pattern.UNIFORM, tapsEach, 0, 0);
    }

    static Row open(String name, String contestant, int connections, int share) {
        return new Row(name, contestant, connections, Pattern.UNIFORM, 1, share, 0);
    }

    static Row steady(String name, String contestant, int connections, int perSecond) {
        return new Row(name, contestant, connections, Pattern.UNIFORM, 1, 0, perSecond);
    }
}
