package cn.suinian.core.audit;

import java.time.Instant;
import java.util.List;

/**
 * What the chain of the audit trail was found to be.
 *
 * @param at when it was looked at
 * @param entryNo its newest entry then; 0: none
 * @param hash of that entry, as hexadecimal: whoever notes both down elsewhere can tell a rewritten trail later
 * @param breaches where it is broken; empty when it is whole
 */
public record ChainState(Instant at, long entryNo, String hash, List<String> breaches) {
    public ChainState {
        breaches = List.copyOf(breaches);
    }

    /** Whether nothing was edited, removed or slipped in. */
    public boolean whole() {
        return breaches.isEmpty();
    }
}
