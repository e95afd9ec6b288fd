package cn.suinian.load.audit;

/**
 * A row of the tap table. Amounts in fen.
 *
 * @param reason 0 when approved, else the number of the decline reason
 * @param payer 0 when there is none
 */
public record TapRow(
        TapKey key,
        long holderId,
        long tac,
        long cardCounter,
        int service,
        long amountFen,
        int reason,
        long subsidyFen,
        int payer,
        long operatorSubsidyFen,
        long deliverySubsidyFen,
        String vendor) {

    public boolean isApproved() {
        return reason == 0;
    }
}
