/**
 * The home page: tiles by permission, and no figures of its own, so that it is there at once.
 *
 * <p>What is on it is not decided here. Each feature says in its {@code Section} where it begins and who may; the list
 * of them is in {@code Console}, and the head of every page shows the same ones.
 *
 * <p>Imports access, page and route.
 */
package cn.suinian.gateway.console.home;
