/**
 * Commands beside {@code serve} that need nothing of a node, and how any of them says that it was asked wrongly.
 *
 * <p>An order is parsed before anything is opened, so a wrong word costs no start of a database. A command gets the
 * database of this installation and where to write what people read; it is tested without a process.
 *
 * <p>Imports core.
 */
package cn.suinian.gateway.command;
