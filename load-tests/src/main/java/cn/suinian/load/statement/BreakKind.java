package cn.suinian.load.statement;

/** How a statement and our taps differ, in the words of docs/settlement-guide.md. */
public enum BreakKind {
    EXPECTED("Expected"),
    MISSING_AT_VENDOR("Missing at vendor"),
    MISSING_HERE("Missing here"),
    AMOUNT_OVER("Amount over"),
    AMOUNT_UNDER("Amount under"),
    DUPLICATE("Duplicate"),
    LATE("Late"),
    DECLINED_HERE("Declined here"),
    REVERSED_HERE("Reversed here"),
    PARTIALLY_MATCHED("Partially matched");

    private final String text;

    BreakKind(String text) {
        this.text = text;
    }

    /** Its name in English. */
    public String text() {
        return text;
    }
}
