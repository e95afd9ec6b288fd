package cn.suinian.core.registry;

import cn.suinian.core.terminal.Service;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What staff say of a terminal.
 *
 * @param id its number, 1 to 999,999,999,999
 * @param rowVersion of the row it was read from; 0 for one that is yet to be registered
 * @param services what it offers
 * @param placeKind what kind of place it stands in; null: nothing is known
 * @param position where it stands; null: nobody knows
 */
public record TerminalEntry(
        long id,
        int rowVersion,
        int vendorId,
        Set<Service> services,
        @Nullable String placeKind,
        @Nullable Position position) {

    public TerminalEntry {
        services = Set.copyOf(services);
    }

    /** In millionths of a degree, WGS 84. */
    public record Position(int latE6, int lonE6) {}

    /** The same with other services. */
    public TerminalEntry offering(Set<Service> others) {
        return new TerminalEntry(id, rowVersion, vendorId, others, placeKind, position);
    }
}
