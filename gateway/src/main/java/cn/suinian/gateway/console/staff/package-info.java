/**
 * Who works here and with what: members of staff, the counters they work at, and the programs of banks that act like
 * them. For administrators; the rules are core's ({@code staff.register}, {@code staff.client}), here are their pages.
 *
 * <p>What a role may do is not written down a second time: the form says it from {@code Role} and a name for each
 * {@code Permission}, so that whoever gives somebody a role reads what that means.
 *
 * <p>Every act has a page of its own with the row's version in it and a reason; nothing is done from the list. Whatever
 * hands out a password or a secret, or takes a second factor away, wants the administrator's own password again. What
 * was typed to search for goes into the address only when it can be an account: a name is a person's.
 *
 * <p>Rejected: one form for roles, status and sign-in together. Each has its own consequence to read, and the trail
 * should say which of them was meant.
 *
 * <p>Imports access, form, page, route and today's names of districts; holder and staff of core.
 */
package cn.suinian.gateway.console.staff;
