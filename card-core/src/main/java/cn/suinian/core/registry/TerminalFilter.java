package cn.suinian.core.registry;

import cn.suinian.core.terminal.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which terminals to list; null: any.
 *
 * @param silentSince not seen since then, or never
 * @param staleOnly only those without the newest denylist
 */
public record TerminalFilter(
        @Nullable Integer vendorId,
        @Nullable Boolean suspended,
        @Nullable Service service,
        @Nullable Instant silentSince,
        boolean staleOnly) {

    /** All of them. */
    public static final TerminalFilter ALL = new TerminalFilter(null, null, null, null, false);
}
