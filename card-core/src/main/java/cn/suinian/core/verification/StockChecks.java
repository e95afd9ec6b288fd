package cn.suinian.core.verification;

import java.util.List;

/** What holds for ranges of card numbers, the stock made of them, and what counters did with it. */
final class StockChecks {

    private static final String COUNT_AGAIN =
            "count the cards at the place the row names, and correct the row by hand, with a second person looking on";

    static final List<Check> ALL = List.of(
            Check.that(
                    "number ranges do not overlap",
                    List.of("card_range"),
                    """
                    SELECT a.range_id, b.range_id AS other FROM card_range a JOIN card_range b
                    ON a.range_id < b.range_id AND a.first_serial <= b.last_serial AND b.first_serial <= a.last_serial
                    """,
                    "no batch may be ordered from either until one of them is cut down by hand"),
            Check.that(
                    "a card of the stock has a number that its range has given out",
                    List.of("card_stock", "card_range"),
                    """
                    SELECT s.card_serial, s.range_id, r.first_serial, r.next_serial
                    FROM card_stock s LEFT JOIN card_range r USING (range_id)
                    WHERE (s.card_serial >= r.first_serial AND s.card_serial < r.next_serial) IS NOT TRUE""",
                    COUNT_AGAIN),
            Check.that(
                    "a card of a batch has one of the batch's numbers",
                    List.of("card_stock", "card_batch"),
                    """
                    SELECT s.card_serial, s.batch_id, b.first_serial, b.last_serial
                    FROM card_stock s LEFT JOIN card_batch b USING (batch_id)
                    WHERE s.batch_id IS NOT NULL
                      AND (s.card_serial BETWEEN b.first_serial AND b.last_serial AND s.range_id = b.range_id)
                          IS NOT TRUE""",
                    COUNT_AGAIN),
            Check.that(
                    "every card with a number of a range came from stock",
                    List.of("card", "card_stock", "card_range"),
                    """
                    SELECT c.card_serial, c.holder_id, r.range_id
                    FROM card_range r JOIN card c ON c.card_serial BETWEEN r.first_serial AND r.last_serial
                    WHERE NOT EXISTS (SELECT FROM card_stock s WHERE s.card_serial = c.card_serial)""",
                    "find out who issued the card past the counter, and from which box"),
            Check.that("no card in stock is in somebody's hands", List.of("card", "card_stock"), """
                    SELECT c.card_serial, c.holder_id, c.status, s.status AS in_stock_as
                    FROM card_stock s JOIN card c USING (card_serial) WHERE s.status <> 'ISSUED'""", COUNT_AGAIN),
            Check.that(
                    "every card given out of the stock is somebody's", List.of("card", "card_stock"), """
                    SELECT s.card_serial, s.counter_id, s.status_since FROM card_stock s
                    WHERE s.status = 'ISSUED'
                      AND NOT EXISTS (SELECT FROM card c WHERE c.card_serial = s.card_serial)""", COUNT_AGAIN),
            Check.that(
                    "the successor of a replaced card is the same person's",
                    List.of("card", "card_replacement"),
                    """
                    SELECT p.old_serial, p.new_serial, o.status, o.holder_id, n.holder_id AS successor_of
                    FROM card_replacement p LEFT JOIN card o ON o.card_serial = p.old_serial
                         LEFT JOIN card n ON n.card_serial = p.new_serial
                    WHERE (o.status = 'REPLACED' AND o.holder_id = n.holder_id) IS NOT TRUE""",
                    "stop both cards and find the act in the audit trail"),
            Check.that(
                    "a renewed card ends when its last renewal says",
                    List.of("card", "card_renewal"),
                    """
                    SELECT c.card_serial, c.expires_on, max(r.expires_on) AS renewed_to
                    FROM card_renewal r JOIN card c USING (card_serial)
                    GROUP BY 1, 2 HAVING c.expires_on <> max(r.expires_on)""",
                    "somebody set the card's last day by hand; find out who, then set it again"));

    private StockChecks() {}
}
