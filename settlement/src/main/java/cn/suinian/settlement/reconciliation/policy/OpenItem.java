package cn.suinian.settlement.reconciliation.policy;

import java.time.LocalDate;

/** An open break as the rules see it. */
public record OpenItem(long breakNo, int vendorId, LocalDate day, BreakKind kind, long riskFen) {}
