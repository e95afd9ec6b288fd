package cn.suinian.settlement.clearing;

/** What the journal of one business day debits and credits, in fen; the two are equal. */
public record JournalTotals(long debitFen, long creditFen) {}
