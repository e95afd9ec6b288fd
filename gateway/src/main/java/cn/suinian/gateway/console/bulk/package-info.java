/**
 * Bulk registration in the console: a clerk sends a list of a community, sees what it would come to, lets the
 * registration begin, takes the errors home, and decides on whoever has the name and birthday of a holder.
 *
 * <p>The rules and all work are core's; here are the pages and {@link cn.suinian.gateway.console.bulk.BulkWork}, which
 * gives the work a thread. The page of a list looks again every two seconds while a node is at it, and says the same
 * without scripts when it is loaded again.
 *
 * <p>Pages and errors show masked numbers and our own; a file's name is shown as it came, escaped, and stands in no
 * address. A list of another district is a page that is not there.
 *
 * <p>Rejected: a bar that is drawn from the events of one node (another node may do the next chunk).
 *
 * <p>Imports form, page and route.
 */
package cn.suinian.gateway.console.bulk;
