package cn.suinian.load.stage;

/**
 * One line of a closed day, amounts in fen.
 *
 * @param vendor code
 * @param payer empty when nobody owes a subsidy
 * @param service name, as in the protocol
 */
public record ClearingLine(
        String vendor,
        String vendorName,
        String payer,
        String service,
        long taps,
        long grossFen,
        long subsidyFen,
        long selfPayFen,
        long operatorSubsidyFen,
        long deliverySubsidyFen) {

    /** What a payer owes for the line. */
    public long owedFen() {
        return subsidyFen + operatorSubsidyFen + deliverySubsidyFen;
    }
}
