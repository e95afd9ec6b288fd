package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.approval.ApprovalRequest;

/**
 * An adjustment that waits for its second signature.
 *
 * @param it the break as it is now
 * @param fen above zero: the vendor gets more; below: less
 * @param stillSo whether the break is as it was when this was asked for; what is not can only be declined
 */
public record Adjustment(ApprovalRequest request, Break it, long fen, boolean stillSo) {}
