/**
 * The figures behind a business day: clearing lines by vendor, payer and service, the taps behind a line, those that
 * came late or were taken back, and the trial balance.
 *
 * <p>Every figure leads to the rows behind it, down to the page of a tap. Taps are listed a page at a time by their
 * keys and without their holders; whoever opens one is in the audit trail there. Lines of a day are bounded by vendors,
 * payers and services, so they are read whole and cut into pages here. CSVs are written while they are sent.
 *
 * <p>Rejected: a query of its own for each filter of the lines (a day has some thousands at most).
 *
 * <p>Imports word, form, page and route of the console; settlement's businessday and clearing.
 */
package cn.suinian.gateway.console.day.line;
