package cn.suinian.settlement.reconciliation.breaks;

import java.util.Optional;

/**
 * Which break an act is about, and why it is done.
 *
 * @param version the one that whoever acts was looking at
 * @param attachment what proves it; at most 2 MiB
 */
public record ActOn(long breakNo, int version, String reason, Optional<byte[]> attachment) {

    /** Without an attachment. */
    public ActOn(long breakNo, int version, String reason) {
        this(breakNo, version, reason, Optional.empty());
    }

    /** A break as it was read. */
    public static ActOn of(Break seen, String reason) {
        return new ActOn(seen.breakNo(), seen.version(), reason);
    }
}
