/**
 * What waits for a second signature: recorded deaths that somebody wants undone.
 *
 * <p>Core keeps the rule that whoever asked does not decide; the page only says so before anybody tries, since a button
 * that is not there without a word looks like a fault. Approving says what comes back; a rejection has a reason.
 *
 * The inbox that lists it with
 * what waits in other rooms is {@code console.approval}.
 *
 * <p>Imports the inbox, holder.word, form, page and route of the console; approval and holder of core.
 */
package cn.suinian.gateway.console.holder.approval;
