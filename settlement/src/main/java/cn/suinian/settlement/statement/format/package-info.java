/**
 * How vendors write their statements, and how a line becomes a row: pure but for reading characters.
 *
 * <p>A format is data: which form the lines have (our CSV, JSON lines, the fixed records of the transit clearing), the
 * charset, the unit of money, the form of times, and which column, member or place holds which field. {@link
 * cn.suinian.settlement.statement.format.StatementReader} goes through a file line by line; a line has at most 4,000
 * characters and a field 60, so a hostile file costs no more memory than an honest one. A row that cannot be read is
 * told with its line, field and reason, and the rows after it are read on.
 *
 * <p>All forms have a header (vendor, business day) and a trailer (rows, amount, subsidy). A file without its trailer
 * was cut off on its way; it looks complete otherwise, which is why there is one.
 *
 * <p>Rejected: a class for each vendor (a new vendor would be a release), guessing columns by their names (a guess that
 * is wrong moves money), quotes that run over lines (one quote out of place would swallow the file).
 *
 * <p>Imports core's card numbers, services and payers, commons-csv and Jackson's streaming parser.
 */
package cn.suinian.settlement.statement.format;
