/**
 * The offices of the house: everything that staff and programs can do, built once for the console and for the counters'
 * interface, so that both have the same rules and the same audit trail.
 *
 * <p>The rules themselves are core's. What stands here is what core leaves to be joined: whose holders a card act may
 * touch, and which counters' stock.
 *
 * <p>Rejected: an office for each face. Two sets of objects would drift apart in what they were given.
 *
 * <p>{@link cn.suinian.gateway.office.DayOffice} is the same for business days: what may hold a day up is named there,
 * once for people and jobs.
 *
 * <p>Imports core and settlement.
 */
package cn.suinian.gateway.office;
