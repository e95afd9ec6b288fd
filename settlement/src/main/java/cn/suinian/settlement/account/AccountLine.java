package cn.suinian.settlement.account;

import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.Sums;
import java.time.LocalDate;

/**
 * What the taps of a vendor, payer and service came to on a business day, or what reversals took back on it.
 *
 * @param reversal whether it takes back; the sums are above zero all the same
 */
public record AccountLine(LocalDate day, ClearingLine cleared, boolean reversal) {

    /** What the payer owes the vendor for it in fen; below zero for what was taken back. */
    public long payableFen() {
        Sums sums = cleared.sums();
        long fen =
                Math.addExact(Math.addExact(sums.subsidyFen(), sums.operatorSubsidyFen()), sums.deliverySubsidyFen());
        return reversal ? -fen : fen;
    }
}
