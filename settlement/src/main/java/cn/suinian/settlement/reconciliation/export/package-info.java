/**
 * Breaks and matched rows as tables for a spreadsheet, written while they are read, however many there are.
 *
 * <p>A page of 2,000 rows is read in a transaction of its own, so whoever reads slowly holds no connection. Whatever
 * somebody else wrote is harmless in a cell; money and days of a workbook are numbers and days, which no formula is. A
 * workbook begins another sheet where one is full, and is flushed to its stream every page; so neither form needs
 * memory that grows with the table.
 *
 * <p>Imports {@code breaks}, statements' text for spreadsheets, commons-csv and fastexcel.
 */
package cn.suinian.settlement.reconciliation.export;
