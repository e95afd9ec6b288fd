/**
 * Pages of a business day and its vendors: what there is of statements, our figures beside theirs, breaks by kind
 * with their money, and the rows behind each.
 *
 * <p>What has to be done first stands in front: overdue, held, not compared. A vendor that sends nothing is excused
 * with two signatures, and the page of its day says which of them is wanted.
 *
 * <p>Rejected: a figure without a way to its rows; a day's page that adds up rows itself (the room does, in SQL).
 *
 * <p>Imports word, statement (to compare a day again), form, page, route; the office of reconciliation.
 */
package cn.suinian.gateway.console.reconciliation.day;
