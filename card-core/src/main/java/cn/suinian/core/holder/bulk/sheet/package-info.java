/**
 * Files of people: from the bytes that somebody sent to registrations as a counter would type them.
 *
 * <p>A file is what its content says, whatever it is called: XLSX, or CSV in UTF-8 (with or without a byte order mark)
 * or GB18030, which spreadsheets in this country still write. Heads are named in either language; what they do not
 * name is said and not read. What lists have in place of our words (低保, 福田区, 1949年12月31日, a number that a
 * spreadsheet was kept from taking for one) is read as it was meant; what is ambiguous is refused with the column.
 *
 * <p>Nothing that somebody sends may cost more than its size: lines, cells and rows are bounded, and a workbook is
 * looked through by {@link cn.suinian.core.holder.bulk.sheet.XlsxGuard} before fastexcel reads it. Fastexcel itself has
 * no bounds: a shared text of a gigabyte is one string to it, and a cell at ZZZZZZ1 a list of three hundred million.
 *
 * <p>A number of eighteen digits that a spreadsheet took for a number has lost its last three. That is seen and said,
 * since the check digit alone would call it a mistake of typing.
 *
 * <p>Rejected: a parser over the whole CSV (one open quote swallows the rest), POI (a workbook of 100,000 rows is a
 * gigabyte of objects, and its event reader is a second reader to write), guessing the kind of a document.
 *
 * <p>Imports holder, its documents and register, and refusal.
 */
package cn.suinian.core.holder.bulk.sheet;
