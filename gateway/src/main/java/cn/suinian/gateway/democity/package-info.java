/**
 * The demo city: a planned Shenzhen that is planted into an empty database, and the file that lets any client in any
 * language tap in it.
 *
 * <p>Planting is all or nothing, under a lock, and only into a database that holds nothing; it leaves a mark, and only
 * with that mark are keys ever written to a file. A real city can never be taken for a demo.
 *
 * <p>The plan is a value: the built-in {@link cn.suinian.gateway.democity.DemoCity}, or a file that names vendors,
 * terminals and cards, as the replay of open data needs.
 *
 * <p>Imports core.
 */
package cn.suinian.gateway.democity;
