/**
 * Pages of orders at the card bureau: order cards, let the file of an order go out, take in what the bureau says became
 * of the cards, and see what is still missing.
 *
 * <p>The file of an order is written while it is sent and is never held; it leaves with a post, since each copy is key
 * material that went out of the house and is counted. An answer of the bureau is first rehearsed: its page says what
 * taking it in would do, line by line for what is wrong, and only then has the button that does it. Both run as a job
 * ({@link cn.suinian.gateway.console.batch.AnswerJobs}) whose page asks how far it is, so that a hundred thousand
 * lines hold up nobody.
 *
 * <p>A job is in the memory of one node, with its file; another node, or this one after a restart, says so and asks for
 * the file again. Rejected: keeping uploads in the database for a step that takes a minute (a table to clean up, for
 * files that the bureau can send again), and taking a file in without a rehearsal.
 *
 * <p>Only for those who keep the city's store. Imports form, page, route, stock; the offices of the house.
 */
package cn.suinian.gateway.console.batch;
