package cn.suinian.load.driver;

import java.util.List;

/**
 * Requests as they go over the wire, each to be sent once.
 *
 * @param tapsEach how many taps one request holds
 */
public record Ammunition(List<byte[]> requests, int tapsEach) {

    /** How many requests there are. */
    public int size() {
        return requests.size();
    }
}
