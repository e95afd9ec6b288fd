/**
 * Cards before they are anybody's: ranges of numbers, and where each made card lies.
 *
 * <p>A range is added by hand and overlaps no other; its numbers become cards in order, when a batch is ordered from
 * the card bureau or when ready-made cards are received. A card in stock lies in the city's store or at one counter,
 * and moves in whole runs of numbers, as boxes do. Handing one out ({@link
 * cn.suinian.core.card.stock.CardStock#handOut}) happens inside the transaction of the act that gives it to a holder:
 * a card is never both in stock and in somebody's hand.
 *
 * <p>The next card of a counter is taken with SKIP LOCKED, so that two clerks of one counter never wait for each other
 * and never get the same card. Cards with numbers outside every range are older than stock-keeping and are left alone.
 *
 * <p>Imports audit, card, postgres, refusal and staff.
 */
package cn.suinian.core.card.stock;
