package cn.suinian.core.simulation;

import java.util.HashMap;
import java.util.Map;

/** Which cards terminals are told of, and since which version. */
final class Denylist {

    private final Map<Integer, Long> listed = new HashMap<>();
    private final Map<Integer, Long> struck = new HashMap<>();
    private long head;

    long head() {
        return head;
    }

    /** The version that first named this card, which it is on from now on at the latest. */
    long list(int serial) {
        return listed.computeIfAbsent(serial, any -> ++head);
    }

    /** The version that last took this card off; 0 when it never was on. */
    long strike(int serial) {
        if (listed.remove(serial) != null) {
            struck.put(serial, ++head);
        }
        return struck.getOrDefault(serial, 0L);
    }
}
