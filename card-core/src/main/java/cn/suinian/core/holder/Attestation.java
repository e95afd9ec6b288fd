package cn.suinian.core.holder;

import java.time.Instant;

/**
 * Something an authority says of a holder for a time, such as a health code.
 *
 * @param kind code of the kind of attestation
 * @param from first moment
 * @param until first moment at which it no longer holds
 */
public record Attestation(String kind, Instant from, Instant until) {

    /** Whether it held at this moment. */
    public boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
