/**
 * Pages of cards in the hands of holders: hand one over, look at one, stop a lost one, take that back, replace, renew,
 * end; and the list of those that are due.
 *
 * <p>A card is handed over and replaced only after a comparison: the clerk types the last six digits of the card in
 * hand or scans all nineteen ({@link cn.suinian.gateway.console.card.CardInHand}). The number that the page proposes is
 * the next of the counter's box; a card that is another one than the page thinks would be somebody else's by the
 * evening.
 * Rejected: a box to tick, "I have compared the numbers", which is ticked without looking by the second day.
 *
 * <p>Stopping a lost card is one page and one click; everything on it but the click is optional. What it comes to has
 * an address of its own, so that Back and reload do nothing.
 *
 * <p>Pages show numbers masked, names masked, and lead to the holder by our own number. A card of a holder whom the
 * visitor does not see is no page, but for reporting it lost, which every counter does for everybody: that page shows
 * the masked name, the card's last digits and where the rest is done. Each act carries the status that the clerk saw;
 * when it has changed meanwhile, the answer is "somebody changed this", and nothing is done.
 *
 * <p>Imports access, form, holder.page, holder.word, page, route; the offices of the house.
 */
package cn.suinian.gateway.console.card;
