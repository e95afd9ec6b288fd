/**
 * What all pages of holders share: what codes are called, which acts a card has, and that a holder of another district
 * is answered like one who is not there.
 *
 * <p>The guard is put around every route of the feature at once, so that a new page cannot forget it: core refuses a
 * holder out of scope, and what core refuses as not there is the plain "no such page", with the same status and text
 * as a number that was never given out.
 *
 * <p>Imports form, page and route of the console; card, holder and staff of core.
 */
package cn.suinian.gateway.console.holder.word;
