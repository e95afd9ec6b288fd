/**
 * Rows of CSV (RFC 4180) for people who open them in a spreadsheet: a text that it would take for a formula gets an
 * apostrophe in front (OWASP, "CSV Injection"), a number never does, for it was counted here and a debit begins with a
 * minus.
 *
 * <p>Rejected: a library (nothing here needs more than quoting), one escaping routine in each room that exports.
 *
 * <p>Imports core's money.
 */
package cn.suinian.settlement.csv;
