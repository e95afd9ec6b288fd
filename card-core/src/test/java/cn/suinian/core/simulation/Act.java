package cn.suinian.core.simulation;

/** What an event can be, and how often it is compared with the others. */
enum Act {
    TAP(400, false),
    TAP_OFFLINE(80, true),
    FLUSH(20, true),
    SEND_AGAIN(120, false),
    COPIES(40, true),
    BURST(10, true),
    REPLAY(30, true),
    REVERSE(35, true),
    FORGE_KEY(15, true),
    FORGE_COUNTER(25, true),
    TIME_PASSES(35, false),
    CHANGE_PERSON(60, true),
    CUT_DAY(8, true),
    FORGET(20, true),
    CRASH_NODE(8, true),
    STOP_NODE(4, true),
    CRASH_DATABASE(4, true),
    STORM(4, true);

    private final int weight;
    private final boolean optional;

    Act(int weight, boolean optional) {
        this.weight = weight;
        this.optional = optional;
    }

    int weight() {
        return weight;
    }

    /** Whether some seeds do without it. */
    boolean optional() {
        return optional;
    }
}
