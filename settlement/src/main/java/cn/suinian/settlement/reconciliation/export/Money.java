package cn.suinian.settlement.reconciliation.export;

/** A cell that counts money: yuan with two decimals, in a workbook a number that can be added up. */
record Money(long fen) {}
