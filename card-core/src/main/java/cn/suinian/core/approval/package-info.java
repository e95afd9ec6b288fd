/**
 * Second signatures (maker-checker): what one person asks for and another decides.
 *
 * <p>A request names its kind and the number of what it is about, and nothing else: whoever carries it out looks at
 * the state of that moment, not at a copy from when it was asked. That the two are different people is checked here and
 * once more by the database, because it is the one rule that a hurried supervisor wants to get round.
 *
 * <p>A request is decided once, or taken back by who asked while it waits; then it is history. Rejected: a table of its
 * own for each kind (the list of what waits for a supervisor would be a union of all of them), storing the act itself
 * as text to run later.
 *
 * <p>Imports refusal and staff.
 */
package cn.suinian.core.approval;
