package cn.suinian.core.terminal;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered terminal.
 *
 * @param id twelve digits
 * @param services the bits of the services offered here, see {@link Service#bit()}
 * @param suspended whether its taps are refused with 403
 * @param oldestKeyVersion requests signed with an older key are refused
 * @param placeKind what kind of place it stands in; null: nothing is known
 * @param feeds kinds of attestation that it may supply
 */
public record Terminal(
        long id,
        int vendorId,
        int services,
        boolean suspended,
        int oldestKeyVersion,
        @Nullable String placeKind,
        Set<String> feeds) {

    public Terminal {
        feeds = Set.copyOf(feeds);
    }

    /** One with its first key, in no special place, that supplies nothing. */
    public Terminal(long id, int vendorId, int services, boolean suspended) {
        this(id, vendorId, services, suspended, 1, null, Set.of());
    }

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
