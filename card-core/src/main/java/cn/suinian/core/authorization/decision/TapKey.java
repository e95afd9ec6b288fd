package cn.suinian.core.authorization.decision;

import java.time.LocalDate;

/**
 * What makes a tap the same tap (docs/protocol.md, "Sending again"). The holder is in it so that the table can be
 * sharded by holder.
 *
 * @param tapDate the date of the tap's own time in Asia/Shanghai
 */
public record TapKey(LocalDate tapDate, long terminalId, long terminalSeq, long holderId) {}
