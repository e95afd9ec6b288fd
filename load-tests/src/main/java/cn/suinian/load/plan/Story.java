package cn.suinian.load.plan;

/** Why a step is in the plan. The text is what the summary shows. */
public enum Story {
    BUS("bus boarded"),
    METRO("metro entry or exit"),
    ENTRY_WITHOUT_EXIT("metro entry never completed"),
    EXIT_WITHOUT_ENTRY("metro exit without an entry"),
    ENTRY_AFTER_EXIT("metro entry that arrived after its exit"),
    LUNCH("lunch"),
    SECOND_LUNCH("second lunch of the day"),
    LUNCH_OUTSIDE_HOURS("lunch outside the window"),
    WEEKEND_LUNCH("lunch on a day off"),
    LATE_OFFLINE("stored offline for days"),
    TOO_LATE("older than the late limit"),
    RETRY("same tap again"),
    RETRY_AT_ONCE("same tap three times at once"),
    LOOK_UP("tap looked up"),
    LOOK_UP_OF_NOTHING("tap looked up that was never sent"),
    REPLAYED_COUNTER("card counter replayed"),
    OLD_COUNTER("card counter far behind"),
    FOREIGN_TERMINAL("same body from another terminal"),
    FORGED_TAC("forged TAC"),
    BROKEN_MAC("request MAC with a turned bit"),
    SEQUENCE_REUSED("terminal number reused for the same card"),
    SEQUENCE_SHARED("terminal number reused for another card"),
    UNKNOWN_CARD("card number nobody holds"),
    BLOCKED_CARD("card that is lost or not in use"),
    VISIT("place visited"),
    CARE("care paid with a voucher"),
    IDENTITY_CHECK("identity check for the allowance"),
    MEAL_BROUGHT("meal brought to the holder"),
    TAKEN_BACK("tap reversed"),
    NOTHING_TO_TAKE_BACK("reversal of nothing"),
    WRONG_TERMINAL("service not offered at this terminal");

    private final String text;

    Story(String text) {
        this.text = text;
    }

    /** What happened, in a few words. */
    public String text() {
        return text;
    }
}
