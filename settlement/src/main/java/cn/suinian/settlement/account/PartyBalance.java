package cn.suinian.settlement.account;

/**
 * A statement's part that is with one other party; amounts in fen, above zero: owed to the vendor.
 *
 * @param party of a vendor's statement the payer, as files name it; of a payer's the account: "vendor:C-1:payable"
 * @param clearedFen what taps came to, without what was taken back
 * @param reversedFen what was taken back; not above zero
 * @param adjustedFen adjustments
 * @param paidFen payments; not above zero
 * @param returnedFen payments that came back
 * @param otherFen allowances and whatever else
 */
public record PartyBalance(
        String party,
        long openingFen,
        long clearedFen,
        long reversedFen,
        long adjustedFen,
        long paidFen,
        long returnedFen,
        long otherFen,
        long closingFen) {

    /** Nothing, with all parties together. */
    static final PartyBalance NOTHING = new PartyBalance("", 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    PartyBalance plus(PartyBalance other) {
        return new PartyBalance(
                party,
                Math.addExact(openingFen, other.openingFen),
                Math.addExact(clearedFen, other.clearedFen),
                Math.addExact(reversedFen, other.reversedFen),
                Math.addExact(adjustedFen, other.adjustedFen),
                Math.addExact(paidFen, other.paidFen),
                Math.addExact(returnedFen, other.returnedFen),
                Math.addExact(otherFen, other.otherFen),
                Math.addExact(closingFen, other.closingFen));
    }

    /** What moved between the two balances. */
    long movedFen() {
        return clearedFen + reversedFen + adjustedFen + paidFen + returnedFen + otherFen;
    }
}
