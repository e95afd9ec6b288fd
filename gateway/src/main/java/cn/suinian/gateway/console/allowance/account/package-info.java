/**
 * Accounts that the bank returned the last payment from: whom a list leaves out for it, one person's word that the
 * account is good after all, and another person's decision on that.
 *
 * <p>A room of its own, since three pages show it: a run, the decision on a run, and one person of a run. Its texts
 * never have an account in them; what is wrong with it is the bank's code in words.
 *
 * <p>Imports the console's forms and pages, the bank's reasons of {@code payout}, the office, and nothing of the pages
 * around it.
 */
package cn.suinian.gateway.console.allowance.account;
