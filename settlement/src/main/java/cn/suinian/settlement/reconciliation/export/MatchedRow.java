package cn.suinian.settlement.reconciliation.export;

/**
 * A row of a statement that belongs to a tap and has no break; amounts in fen.
 *
 * @param clearedOn the business day of the tap; empty: it belongs to several, by rule or by hand
 * @param how KEY, RULE or HAND
 */
public record MatchedRow(
        int statementId,
        int lineNo,
        String vendorCode,
        String day,
        String clearedOn,
        String tapDate,
        String terminal,
        long terminalSeq,
        int cardSerial,
        long amountFen,
        long subsidyFen,
        String how) {

    /** Behind which row a page begins; zeros: from the first. */
    public record Place(int statementId, int lineNo) {}
}
