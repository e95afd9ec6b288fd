package cn.suinian.core.simulation;

/** What must hold whatever happens. */
enum Invariant {
    ACKNOWLEDGED_IS_STORED("an answer that a terminal heard is stored, under this key and TAC, before it is heard"),
    ONE_ROW_PER_KEY("a tap is stored once"),
    SAME_KEY_SAME_ANSWER("the same tap gets the same answer for ever, another TAC under its key never does"),
    ONE_APPROVAL_PER_COUNTER("a counter of the live card is approved once"),
    ONE_LUNCH_A_DAY("one subsidised lunch a day"),
    FIVE_LUNCHES_A_WEEK("five subsidised lunches a week"),
    SUBSIDY_WITHIN_AMOUNT("a subsidy is never negative and never more than the price"),
    VOUCHER_WITHIN_GRANT("a voucher never pays more than the month's grant"),
    REVERSED_ONCE("a tap is undone once, and the same reversal gets the same answer for ever"),
    BALANCE_NEVER_NEGATIVE("nothing is ever overdrawn"),
    LOST_CARD_STOPS("a card reported lost is declined at the next tap, on every node"),
    SAID_UNTOUCHED_IS_UNTOUCHED("a tap of which a node said that nothing was done is not stored by that attempt"),
    AGREES_WITH_REFERENCE("every stored answer and settle date is what the reference decides, in order of commit"),
    SUMS_AGREE("count, gross, subsidy, self-pay and operator subsidy per vendor, payer, service and settle date agree"),
    TERMINALS_BOOKS_AGREE("what the terminals were answered adds up to what is stored"),
    ANSWERED_IN_TIME("a node says something to every tap soon after its deadline"),
    STOPPED_MEANS_ANSWERED("a node that has stopped answered every tap it took"),
    COMES_TO_REST("once nothing goes wrong any more, every tap gets its answer"),
    NOTHING_THROWS("no code throws, no connection is misused");

    private final String rule;

    Invariant(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
