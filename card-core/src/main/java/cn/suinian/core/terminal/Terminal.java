package cn.suinian.core.terminal;

import java.util.Locale;

/**
 * A registered terminal.
 *
 * @param id twelve digits
 * @param services the bits of the services offered here, see {@link Service#bit()}
 * @param suspended whether its taps are refused with 403
 */
public record Terminal(long id, int vendorId, int services, boolean suspended) {

    /** Highest terminal number. */
    public static final long MAX_ID = 999_999_999_999L;

    /** Whether this service may be asked for here. */
    public boolean offers(Service service) {
        return (services & service.bit()) != 0;
    }

    /** The twelve digits of a terminal number. */
    public static String digits(long id) {
        return String.format(Locale.ROOT, "%012d", id);
    }
}
