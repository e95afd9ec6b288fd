/**
 * Short messages to holders: invitations to apply, and notices of a stop or a change with its reason.
 *
 * <p>A message is a row without text or telephone number, made in the transaction of what it tells of; the text is put
 * together and the number opened when it is sent, by {@link cn.suinian.settlement.allowance.message.Messenger}. So a
 * run that is rolled back tells nobody anything, and no telephone number lies in a queue. A message has a number, and
 * whatever carries it must send the same number once: a node that dies between sending and writing that down sends
 * again. A number that does not open is given up after some tries; staff are told whose it is, and once it is
 * corrected they send the message again.
 *
 * <p>{@link cn.suinian.settlement.allowance.message.SmsGateway} is what an operator plugs in; what comes with the house
 * writes files for somebody else to carry. Rejected: sending within the act (a slow gateway would hold the run's
 * transaction, and the audit trail with it).
 *
 * <p>Imports core's seals, the calendar and JDBC; knows no run.
 */
package cn.suinian.settlement.allowance.message;
