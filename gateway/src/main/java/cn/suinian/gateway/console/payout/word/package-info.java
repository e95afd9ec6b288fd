/**
 * What the pages of payments, of holds and of statements of account share: what an address asks for, names of payers,
 * and where other pages stand.
 *
 * <p>Addresses carry numbers, codes and days of ours. What is wrong in one is said at the field of the filter, with
 * the list that the rest of it asks for still on the page; a filter that silently shows everything would be believed.
 *
 * <p>Imports form, page, route and the names of payers of the console; core's values.
 */
package cn.suinian.gateway.console.payout.word;
