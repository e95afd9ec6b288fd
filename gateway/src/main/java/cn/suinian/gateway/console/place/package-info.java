/**
 * Where taps are made: terminals and the vendors they belong to. Lists that answer "which of them is stale, silent or
 * suspended", a page for each, and the acts of an administrator.
 *
 * <p>Suspending counts at the terminal's next request on every node: the register's trigger tells them (NOTIFY), and
 * nothing is cached longer. The page says so, because whoever suspends a stolen reader asks exactly that. What a
 * terminal said of itself is at most some seconds old; how far its clock is off is shown as it was measured.
 *
 * <p>A key is shown once, on the page that answers the act, after the administrator's own password; it is never in an
 * address or a flash. The check value beside it lets a technician see that the right key went in.
 *
 * <p>Rejected: choosing a vendor by its number (nobody knows it), and a map of the terminals (a third party's tiles
 * would see every address; a district's name says enough).
 *
 * <p>Imports form, page, route and today's names of services; registry and terminal of core.
 */
package cn.suinian.gateway.console.place;
