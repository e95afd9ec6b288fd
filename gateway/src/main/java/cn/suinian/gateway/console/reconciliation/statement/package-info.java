/**
 * Pages of vendors' statements: the list, one of them with its bad rows, taking one in, and how a vendor writes them.
 *
 * <p>A file is taken in and compared as a job of this node ({@link
 * cn.suinian.gateway.console.reconciliation.statement.IncomingJobs}), and the page only looks how far it is: the
 * job writes that down every second, so any node can tell, and whoever closes the browser finds the statement in the
 * list. The file is in memory until it is read, so few of them wait at one moment; a large one is packed with gzip and
 * unpacked while it is read. What the database gets is one transaction, so a node that stops in the middle has taken
 * nothing in, and the same file is sent again.
 *
 * <p>Rejected: keeping files in the database for a step of half a minute, and a form that waits for its answer until
 * a million rows are compared.
 *
 * <p>Imports word, form, page, route; the office of reconciliation; statement and reconciliation of settlement.
 */
package cn.suinian.gateway.console.reconciliation.statement;
