/**
 * Business days in the console: the board and the acts ({@code board}), the figures behind them ({@code line}), seals
 * and what is told the public ({@code seal}), the calendar. {@link cn.suinian.gateway.console.day.DayFeature} joins
 * them.
 *
 * <p>Every page is over the objects of {@code DayOffice}, which the settlement role uses too: what stops a job stops a
 * button, for the same reason and in the same words.
 *
 * <p>Imports its own parts, chart, approval and route of the console.
 */
package cn.suinian.gateway.console.day;
