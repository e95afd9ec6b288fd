package cn.suinian.core.holder.register;

import cn.suinian.core.approval.ApprovalRequest;
import java.time.LocalDate;

/**
 * A request to undo a death.
 *
 * @param deceasedOn the day that was recorded
 */
public record WaitingUndo(ApprovalRequest request, long holderId, LocalDate deceasedOn) {}
