/**
 * That somebody's bank account is good although the bank returned the last payment to it: said by one person who asked
 * the holder or the bank, agreed to by another.
 *
 * <p>Lists leave such a person out and say so, until the account is changed in the register; banks also return for
 * reasons that pass (a limit, an outage, a name read wrongly), and then nothing is to be changed. What is said holds
 * for the one payment that came back: when the next one comes back as well, it is asked anew. Rejected: one signature,
 * since whoever gets money sent to an account that is another's by now would need nobody else; and an end after so many
 * days, for no day tells that an account is good.
 *
 * <p>Where a bank returned many payments of one run with one code, or without any, one request is about all of them
 * that were taken in before it was asked.
 *
 * <p>Imports {@code allowance}, whose lists read the tables of this and nothing else, its {@code payee}, and core.
 */
package cn.suinian.settlement.allowance.kept;
