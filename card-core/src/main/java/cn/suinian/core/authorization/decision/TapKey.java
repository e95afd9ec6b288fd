package cn.suinian.core.authorization.decision;

import java.time.LocalDate;

/**
 * What makes a tap the same tap (docs/protocol.md, "Sending again"). The holder is in it so that the table can be
 * sharded by holder.
 *
 * @param tapDate the date of the tap's own time in Asia/Shanghai
 */
public record TapKey(LocalDate tapDate, long terminalId, long terminalSeq, long holderId) {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Terminals, their numbers and holders run on side by side, and the usual sum of them meets itself too often. */
    @Override
    public int hashCode() {
        long mixed = ((terminalId * SPREAD + terminalSeq) * SPREAD + holderId) * SPREAD;
        return (int) (mixed >>> 32);
    }
}
