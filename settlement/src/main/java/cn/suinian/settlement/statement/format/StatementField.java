package cn.suinian.settlement.statement.format;

/** What a row of a statement says; the names are stored. */
public enum StatementField {
    /** The day of the tap in Shenzhen; without it, that of {@link #TAPPED_AT}. */
    TAP_DATE(false, "tap_date"),
    /** When it was, by the terminal's clock. */
    TAPPED_AT(true, "tap_time"),
    /** Number of the terminal, up to 12 digits. */
    TERMINAL(true, "terminal"),
    /** The terminal's own number of the tap. */
    TERMINAL_SEQ(true, "seq"),
    /** Serial of the card, or all 19 digits of its number. */
    CARD(true, "card"),
    /** Name or code of the service. */
    SERVICE(true, "service"),
    /** Price or fare. */
    AMOUNT(true, "amount"),
    /** What a payer owes of it. */
    SUBSIDY(true, "subsidy"),
    /** What a payer owes on top, for having served and brought it; not compared where it is missing. */
    EXTRA(false, "extra"),
    /** Who pays: CITY, a district or its code. */
    PAYER(false, "payer");

    private final boolean needed;
    private final String ownName;

    StatementField(boolean needed, String ownName) {
        this.needed = needed;
        this.ownName = ownName;
    }

    /** Whether no row can be read without it. */
    public boolean needed() {
        return needed;
    }

    /** What our own formats call it. */
    public String ownName() {
        return ownName;
    }
}
