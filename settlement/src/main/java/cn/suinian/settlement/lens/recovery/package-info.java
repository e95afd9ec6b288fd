/**
 * Money of what was confirmed about a vendor, taken back: one person asks for an amount of each payer and service, and
 * a supervisor who did not ask approves it.
 *
 * <p>It is judged when it is approved, not when it was asked: the flag or finding must still be confirmed, and the
 * amount within what the vendor still has of the money of its taps. Only taps of its own vendor count, cleared ones,
 * and those that can no longer be reversed, for a reversal takes the same money back by itself. What an approved one
 * takes is written down tap by tap, the earliest first: two flags about one tap, or a flag and a break, do not take it
 * twice, and the database keeps that whoever writes.
 *
 * <p>The entries are ADJUSTMENTs of the day that is open then, vendor to payer, with the reference {@code flag:N} or
 * {@code finding:N}: nothing that was cleared or sealed changes, and it comes off what is payable at once. A kind of
 * its own was rejected: statements, sums and exports would all have one more column for what is the same to whoever is
 * paid. Nor is there a way back: what was taken by mistake is settled with the vendor outside the system.
 *
 * <p>Imports lens.work for the taps behind an item, lens.item, the ledger, and core's acts.
 */
package cn.suinian.settlement.lens.recovery;
