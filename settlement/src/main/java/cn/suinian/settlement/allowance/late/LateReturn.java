package cn.suinian.settlement.allowance.late;

import cn.suinian.core.approval.ApprovalRequest;
import java.time.LocalDate;

/**
 * Somebody says that the bank returned a payment after it was paid, and another person has to decide.
 *
 * @param returnedOn the day by the bank
 * @param code why, by the bank's own code; empty: it gave none
 */
public record LateReturn(ApprovalRequest request, PaidPayment payment, LocalDate returnedOn, String code) {}
