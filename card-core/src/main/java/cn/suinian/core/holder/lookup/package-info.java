/**
 * Finding holders, and what staff see of one.
 *
 * <p>One box takes whatever the elder at the counter has: a card, a document, a phone, a name. What a text is follows
 * from its form alone, and a number with a wrong check digit is told to be one, since "nobody found" would send the
 * elder home. Numbers and names are found by blind index, so the database compares what it cannot read. A name is
 * found as a whole or not at all; the list of hits is bounded, and says when there are more.
 *
 * <p>Everything is masked but for {@link cn.suinian.core.holder.lookup.FullRecord}. Each look-up is in the audit trail,
 * with the kind of the search and the number of hits, never the text: the trail must not become a second register.
 * Whoever is served by another district is answered like somebody who does not exist, with one exception: a lost card
 * is reported at any counter, so whoever may do that finds the live card of anybody by the whole number of the card or
 * of a document ({@link cn.suinian.core.holder.lookup.Elsewhere}), with the masked name and nothing else of them.
 *
 * <p>Imports audit, card, holder with its parts, refusal and staff.
 */
package cn.suinian.core.holder.lookup;
