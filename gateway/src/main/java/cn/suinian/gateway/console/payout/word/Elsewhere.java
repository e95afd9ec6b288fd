package cn.suinian.gateway.console.payout.word;

import cn.suinian.gateway.console.page.Address;
import java.time.LocalDate;
import java.util.Locale;

/** Where pages of other rooms stand. */
public final class Elsewhere {

    private Elsewhere() {}

    /** The open breaks of a vendor. */
    public static String breaksOf(int vendorId) {
        return new Address("/reconciliation/breaks").with("vendor", vendorId).toString();
    }

    /** One break. */
    public static String aBreak(String number) {
        return "/reconciliation/breaks/" + number;
    }

    /** A business day. */
    public static String day(LocalDate day) {
        return "/days/" + day;
    }

    /** A hold. */
    public static String hold(String number) {
        return "/lens/holds/" + number;
    }

    /** A flag or finding, by what the journal calls it. */
    public static String flag(String source, String number) {
        return "/lens/items/" + source.toUpperCase(Locale.ROOT) + "." + number;
    }

    /** A payment. */
    public static String payment(String number) {
        return "/payouts/payments/" + number;
    }
}
