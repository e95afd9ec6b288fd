/**
 * Paying vendors: batches of payments, the files that order them, what the bank answers.
 *
 * <p>What is payable to a vendor by a payer is what the journal says: all transfers between that payer's accounts
 * and the vendor's up to a day, less payments, plus payments that came back. A payment is an entry of the same
 * journal, posted in the transaction that makes the files: from that moment nothing is payable any more. So whatever
 * is run again, raced or killed, nothing is paid twice; no flag on a tap or a line says "paid", which could be lost
 * or missed.
 *
 * <p>A batch is PREPARED by one person, APPROVED by another, SENT, or CANCELLED before that. A payer has one unsent
 * batch at a time. Approving and sending each decide anew by the same {@code policy} and refuse when a payment would
 * be another one now, naming it: a hold, a break or a changed account that came meanwhile is not overlooked. What is
 * withheld is kept in the batch with its reasons.
 *
 * <p>Files (pain.001 and CSV) hold the same orders under the same numbers; a bank gets one of them. They are kept
 * sealed and signed, and every download is in the audit trail. The bank's answer (pain.002) is taken once by its
 * hash. What was rejected or came back is payable again at once, and stands in a worklist until somebody says why.
 *
 * <p>Rejected: a running balance per vendor beside the journal (a second truth that could differ from the first),
 * marking days as paid (a payment covers days, returns
 * and adjustments at once).
 *
 * <p>Imports ledger, limit, businessday's states, and core.
 */
package cn.suinian.settlement.payout;
