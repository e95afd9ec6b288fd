/**
 * Whom a run of the allowance pays and where to, taken down at the second signature.
 *
 * <p>The register goes on: counters correct names and accounts on any day, one person at a time. A pay file read from
 * it would pay to whatever stood there when somebody downloaded it, after both signatures. Rejected: refusing the file
 * when an account changed, since one correction would then hold up a district of tens of thousands; an account that is
 * closed comes back from the bank and is paid once it was changed. What changed between the list and that signature is
 * told to whoever signs, who has seen the list and not the change.
 *
 * <p>Nor is anybody paid again to an account that the bank refused, as long as nobody looked into it: each month would
 * come back, and the list would promise what nobody gets. They are left out like those without an account, and what
 * they wait for is paid with the list after the account was changed, or after two people said that it is good.
 *
 * <p>Imports core's seals and nothing of settlement.
 */
package cn.suinian.settlement.allowance.payee;
