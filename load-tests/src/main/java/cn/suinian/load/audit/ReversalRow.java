package cn.suinian.load.audit;

/**
 * A row of the reversal table: what it takes back, in fen.
 *
 * @param payer 0 when there is none
 */
public record ReversalRow(
        TapKey key,
        int service,
        long amountFen,
        long subsidyFen,
        int payer,
        long operatorSubsidyFen,
        long deliverySubsidyFen,
        String vendor) {}
