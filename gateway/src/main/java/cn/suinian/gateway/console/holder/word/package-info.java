/**
 * What all pages of holders share: what codes are called, which acts a card has, and how dates are written.
 *
 * <p>Who is a holder for whom is not asked here: core refuses one who is out of scope like one who is not there, and
 * the feature puts {@code NotThere} around all its routes.
 *
 * <p>Imports form and page of the console; card, holder and staff of core.
 */
package cn.suinian.gateway.console.holder.word;
