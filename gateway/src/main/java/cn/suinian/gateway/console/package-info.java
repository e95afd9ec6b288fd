/**
 * The staff console: one router, its safety headers and its host check, and the list of all its pages. Each feature is
 * a room of its own; {@code route} says how to write one, {@code access} who comes in, {@code form} what was typed,
 * {@code page} what every page looks like.
 *
 * <p>Figures and taps are read over a pool of its own whose sessions cannot write, so nothing they do can slow or
 * change a tap beyond the few milliseconds of their queries. Replies carry a content security policy without
 * {@code unsafe-inline} or {@code unsafe-eval}; pages are never stored by the browser, but for those that are
 * published.
 *
 * <p>Requests whose Host header is not the console's own are refused before anything else: a web site can point its own
 * name at 127.0.0.1.
 *
 * <p>Rejected: a single-page application (a second build, a second set of rules, and nothing a counter needs), and
 * server-sent events for the figures (a connection held open per page, for numbers that are read every few seconds).
 *
 * <p>Imports its own rooms; the database through Vert.x's SQL client.
 */
package cn.suinian.gateway.console;
