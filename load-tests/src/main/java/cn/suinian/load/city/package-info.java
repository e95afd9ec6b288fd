/**
 * The facts a run starts from: terminals and cards as {@code demo-city.json} states them, and which days are worked.
 *
 * <p>{@link cn.suinian.load.city.CityFile} reads the file that the gateway writes after seeding an empty database. It
 * is the only thing a client needs besides {@code docs/protocol.md}; that the load tests live on it alone proves so.
 * Fields nobody here asks for are ignored, a missing one is named.
 *
 * <p>May import {@code frame}. No HTTP, no SQL.
 */
package cn.suinian.load.city;
