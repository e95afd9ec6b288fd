package cn.suinian.settlement.clearing;

/**
 * What a number of approved taps, or of taps taken back, came to; amounts in fen.
 *
 * @param taps how many
 * @param grossFen prices and fares: what was subsidised and what was not
 * @param subsidyFen the part a payer owes the vendor
 * @param selfPayFen the part the holders paid
 * @param operatorSubsidyFen what a payer owes the vendor on top, for having served
 * @param deliverySubsidyFen what a payer owes the vendor on top, for having brought it
 */
public record Sums(
        long taps, long grossFen, long subsidyFen, long selfPayFen, long operatorSubsidyFen, long deliverySubsidyFen) {

    /** Nothing. */
    public static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Sums plus(Sums other) {
        return new Sums(
                Math.addExact(taps, other.taps),
                Math.addExact(grossFen, other.grossFen),
                Math.addExact(subsidyFen, other.subsidyFen),
                Math.addExact(selfPayFen, other.selfPayFen),
                Math.addExact(operatorSubsidyFen, other.operatorSubsidyFen),
                Math.addExact(deliverySubsidyFen, other.deliverySubsidyFen));
    }
}
