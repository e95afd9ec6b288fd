/**
 * An application for the allowance that somebody makes at a desk: who it is, masked, and then the day.
 *
 * <p>The form once wanted the number that we count holders by, which nobody at a desk has, and did not say whose number
 * it was. Settlement staff do not search holders, so they give the whole number of the card that is brought; who may
 * search anyway has the counter's search. Rejected: a search by name and birthday for all of settlement, which would be
 * a look at the city's register that nobody has asked for.
 *
 * <p>Imports core's card and holder, and form, page, route and the holders' words of the console; the pages of the
 * allowance take its routes in.
 */
package cn.suinian.gateway.console.allowance.desk;
