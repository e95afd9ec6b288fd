/**
 * The home page: tiles by permission, and what waits behind some of them: second signatures, business days that are
 * not closed or not finished, open breaks and old ones, statements and files of registrations under way.
 *
 * <p>What is on it is not decided here. Each feature says in its {@code Section} where it begins and who may; the list
 * of them is in {@code Console}, and the head of every page shows the same ones.
 *
 * <p>The page is there at once and asks for its figures afterwards: they are read from four rooms of the house, and
 * whoever came to report a loss waits for none of them. A figure that cannot be read is left out, and the tile works.
 * Rejected: figures in the head of every page (read again at every click, by everybody).
 *
 * <p>Imports access, page and route.
 */
package cn.suinian.gateway.console.home;
