package cn.suinian.settlement.clearing;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.util.Optional;

/**
 * The approved taps of one vendor, payer and service on one business day, or those taken back on it.
 *
 * @param vendorId its number in the register
 * @param vendorCode what files call the vendor
 * @param vendorName what people call it
 * @param payer who owes the subsidies; empty when nobody subsidises these taps
 */
public record ClearingLine(
        int vendorId, String vendorCode, String vendorName, Optional<Payer> payer, Service service, Sums sums) {

    /** What files say where nobody pays. */
    public static final String NO_PAYER = "NONE";

    /** The payer as files name it: CITY, a district, or {@value #NO_PAYER}. */
    public String payerLabel() {
        return payer.map(Payer::label).orElse(NO_PAYER);
    }
}
