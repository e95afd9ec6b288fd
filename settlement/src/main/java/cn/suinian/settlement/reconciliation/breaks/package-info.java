/**
 * Breaks as people work on them: the worklist, what may be done with a break, and its timeline.
 *
 * <p>Every act names the version of the break that whoever acts was looking at; another one is refused, so nobody
 * resolves what a run or a colleague has changed meanwhile. Each act and each run writes one row of the timeline with
 * the version it made; nothing of it is ever changed.
 *
 * <p>Money moves in one way only: somebody asks for an adjustment, and another person with the permission approves
 * it. At that moment the vendor's breaks are compared again, and this one looked at: still waiting, the same version,
 * the same figures on both sides.
 * The journal entry is an ADJUSTMENT with the reference {@code break:N}, in the business day that is open then.
 *
 * <p>An act on many breaks names a filter and how many the person was told it covers; if there are more or fewer now,
 * nothing is done; one on breaks picked out of a list names the version of each. Attachments are sealed with the key
 * of the columns, and are what their first bytes say they are.
 *
 * <p>Imports core's approval, audit, crypto, postgres, refusal and staff, the ledger, and
 * reconciliation's policy and {@code Recheck}.
 */
package cn.suinian.settlement.reconciliation.breaks;
