/**
 * Whom a run of the allowance pays and where to, taken down at the second signature.
 *
 * <p>The register goes on: counters correct names and accounts on any day, one person at a time. A pay file read from
 * it would pay to whatever stood there when somebody downloaded it, after both signatures. Rejected: refusing the file
 * when an account changed, since one correction would then hold up a district of tens of thousands; an account that is
 * closed comes back from the bank and is paid with the next run. What changed between the list and that signature is
 * told to whoever signs, who has seen the list and not the change.
 *
 * <p>Imports core's seals and nothing of settlement.
 */
package cn.suinian.settlement.allowance.payee;
