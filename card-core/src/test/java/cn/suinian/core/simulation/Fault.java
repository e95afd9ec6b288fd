package cn.suinian.core.simulation;

/** What went wrong on purpose, and what the lanes made of it; counted. */
enum Fault {
    NODE_CRASHED("node crashed, statements under way on their own"),
    NODE_STOPPED("node stopped in good order under load"),
    DATABASE_CRASHED("database crashed and came back"),
    LOST_BEFORE("connection lost before the statement arrived"),
    LOST_AFTER("connection lost after the commit"),
    LOST_DONE_LATER("connection lost, statement carried out later"),
    ROLLED_BACK("statement rolled back"),
    REFUSED_ONCE("statement refused once"),
    SLOW("slow statement"),
    HANGS("statement hangs until abandoned, never carried out"),
    HANGS_DONE_LATER("statement hangs until abandoned, carried out meanwhile or later"),
    STORM("spell of ten times the trouble"),
    REPLY_LOST("answer lost on its way to the terminal"),
    SENT_AGAIN("tap sent again"),
    COPIES("copies of one tap in flight at once, through any node"),
    BURST("burst of taps"),
    REORDERED("stored taps flushed in another order"),
    LATE("tap that arrives more than five minutes late"),
    REPLAYED("old tap replayed with the same content"),
    REVERSED("reversal asked, some of them again and in copies"),
    FORGED_KEY("same key with another TAC"),
    FORGED_COUNTER("used card counter under another key"),
    SEQUENCE_REUSED("terminal that begins its numbers anew"),
    POISON("tap that the database can never store"),
    CARD_LOST("card reported lost"),
    CARD_FOUND("card found again"),
    CARD_REPLACED("card replaced"),
    CARD_OTHERWISE("card cancelled, or issued and not active"),
    CATEGORY("category given or ended"),
    HUKOU("hukou moved or ended"),
    DIED("death recorded"),
    UNDIED("death taken back"),
    DAY_CUT("business day cut"),
    FORGOTTEN("account dropped from a cache"),
    SKEWED_CLOCKS("seed with skewed clocks"),
    RACE_LOST("account that had moved since it was read"),
    KEY_TAKEN("commit refused because a key was taken"),
    QUEUE_FULL("tap refused: queue full"),
    DEADLINE_PASSED("tap refused: deadline passed"),
    OUTCOME_UNKNOWN("tap told that its outcome is unknown"),
    STOPPING("tap refused: node stopping");

    private final String what;

    Fault(String what) {
        this.what = what;
    }

    String what() {
        return what;
    }
}
