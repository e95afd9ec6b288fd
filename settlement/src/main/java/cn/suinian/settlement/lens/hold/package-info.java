/**
 * Holds on payments: a vendor's money, all of it or that of some business days, is not paid until somebody is content.
 *
 * <p>One person may place a hold, for it only slows a payment down; releasing one takes two, of whom the second is
 * neither the one who asked nor the one who placed it. The release is judged when it is approved, not when it was
 * asked: by then every flag and finding that the hold rests on must have been answered, and whoever approves must have
 * seen as many as there are. The database refuses a release without such a signature whoever writes it.
 *
 * <p>The house places holds too, when the scores of one vendor's day add up to more than the limit of its kind. It
 * rests them on exactly the flags that it added up, and never adds the same ones up again: what people released stays
 * released until there is something new. Rejected: holding by the highest single score (one lent card at a busy
 * canteen), letting a hold end by itself after some days (it would be released by nobody).
 *
 * <p>The payout room asks {@link cn.suinian.settlement.lens.hold.Holds#blockers}. Imports lens.item and core's acts.
 */
package cn.suinian.settlement.lens.hold;
