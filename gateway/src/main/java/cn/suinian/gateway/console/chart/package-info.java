/**
 * Charts of what cleared days came to: taps, meals and subsidies by hour, day, district and canteen.
 *
 * <p>The table is the page; the picture is drawn from it by ECharts where scripts run, from attributes of its rows, so
 * that nothing is in a script of the page and the strict policy for content holds. Whoever cannot see the picture reads
 * the same figures, and the CSV has all of them.
 *
 * <p>Rejected: pictures made by the server (no reader could ask one for a figure), a call for JSON (a second answer to
 * the same question, with rules of its own).
 *
 * <p>Imports page, form and route of the console, the words of business days; settlement's figures.
 */
package cn.suinian.gateway.console.chart;
