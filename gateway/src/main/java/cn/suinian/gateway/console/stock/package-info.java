/**
 * Pages of the stock of cards: how many lie where, ranges of numbers, cards taken in, moved between places, and spoilt.
 *
 * <p>Whoever keeps a counter's stock sees that counter; a district's keeper its counters; ranges, receiving and the
 * city's store are for those who work for the city. Cards move in runs of numbers, as boxes do: the first and the last
 * card of a box are typed or scanned, and the page of a place lists the runs that lie there.
 *
 * <p>Numbers of cards that nobody has had are no personal data and are shown as eight-digit serials, the form that is
 * printed on the boxes.
 *
 * <p>Imports form, page, route; the offices of the house.
 */
package cn.suinian.gateway.console.stock;
