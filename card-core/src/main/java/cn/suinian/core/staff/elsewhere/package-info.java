/**
 * How much somebody may do in a day for holders whom another district serves.
 *
 * <p>A lost card is stopped at every counter, whoever serves its holder. Without an end to it one counter, or whoever
 * has its password, could stop every card of the city, or walk through all numbers and collect who is served where.
 * A limit for each second was rejected: the city has a million cards, and an evening is long. So each member of staff
 * and each program has a number for the day, kept in the database and counted in the transaction of the act: neither
 * a restart nor another node starts it anew. An act that is refused counts as soon as the refusal tells something of
 * a holder: the count is kept although nothing else is.
 *
 * <p>Imports staff.
 */
package cn.suinian.core.staff.elsewhere;
