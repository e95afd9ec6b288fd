/**
 * Terminals: gates, bus readers, tills, desks and doors, and the services each may ask for.
 *
 * <p>A terminal proves itself with a key derived from its number, so a row here holds no secret. What it may do is
 * small and changes seldom: every node keeps all terminals in memory (see {@code reference}) and hears of a change by
 * NOTIFY.
 *
 * <p>Imports nothing of the other rooms.
 */
package cn.suinian.core.terminal;
