/**
 * The staff console: one router, its safety headers and its host check. Each feature is a room of its own beside
 * {@code page}, which all of them share.
 *
 * <p>The console only reads, over a pool of its own whose sessions cannot write, so nothing a page does can slow or
 * change a tap beyond the few milliseconds of its queries. Replies carry a content security policy without
 * {@code unsafe-inline} or {@code unsafe-eval}; pages are never stored by the browser.
 *
 * <p>Until staff can sign in, whoever reaches the port may read it. It therefore binds to the loopback address by
 * default, shows masked card numbers only, and refuses requests whose Host header is not its own: without that check
 * any web site could read it through the browser of whoever sits at the machine.
 *
 * <p>Rejected: a single-page application (a second build, a second set of rules, and nothing a counter needs), and
 * server-sent events for the figures (a connection held open per page, for numbers that are read every few seconds).
 *
 * <p>Imports its own rooms; the database through Vert.x's SQL client.
 */
package cn.suinian.gateway.console;
