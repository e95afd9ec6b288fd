package cn.suinian.core.verification;

import java.util.List;

/** What holds for people and their cards. */
final class CardChecks {

    private static final String CARD_DESK =
            "stop issuing for this person and correct the card's row by hand, with a second person looking on";

    static final List<Check> ALL = List.of(
            Check.that("at most one live card per person", List.of("card"), """
                    SELECT holder_id, count(*) FROM card WHERE status IN ('ISSUED', 'ACTIVE', 'LOST')
                    GROUP BY holder_id HAVING count(*) > 1""", CARD_DESK),
            Check.that("an account's live card belongs to the same person", List.of("account", "card"), """
                    SELECT a.holder_id, a.live_card, c.holder_id AS card_of
                    FROM account a LEFT JOIN card c ON c.card_serial = a.live_card
                    WHERE c.holder_id IS DISTINCT FROM a.holder_id""", CARD_DESK),
            Check.that(
                    "every card in use has an account",
                    List.of("account", "card"),
                    """
                    SELECT c.card_serial, c.holder_id FROM card c
                    WHERE c.status = 'ACTIVE' AND NOT EXISTS (SELECT FROM account a WHERE a.holder_id = c.holder_id)
                    """,
                    "restore the account from the backup: without it every tap of the card is refused"),
            Check.that(
                    "a card stands as the last line of its history says",
                    List.of("card", "card_status"),
                    """
                    SELECT c.card_serial, c.status, c.status_since, h.status AS history, h.since
                    FROM card c LEFT JOIN (
                        SELECT DISTINCT ON (card_serial) card_serial, status, since FROM card_status
                        ORDER BY card_serial, change_no DESC) h USING (card_serial)
                    WHERE h.status IS DISTINCT FROM c.status OR h.since IS DISTINCT FROM c.status_since""",
                    "somebody changed the card with its trigger off; find out who, then set the status again"));

    private CardChecks() {}
}
