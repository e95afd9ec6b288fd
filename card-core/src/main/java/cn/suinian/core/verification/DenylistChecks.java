package cn.suinian.core.verification;

import java.util.List;

/** What holds for the list of cards that terminals refuse by themselves. */
final class DenylistChecks {

    private static final String AGAIN =
            "set the card's status again so that its trigger writes the change; terminals load the list anew";

    static final List<Check> ALL = List.of(
            Check.that(
                    "the denylist holds the ended cards and those of the dead, and no other",
                    List.of("card", "holder", "denylist_change"),
                    """
                    SELECT c.card_serial, c.status, h.deceased_on, l.listed
                    FROM card c JOIN holder h USING (holder_id) LEFT JOIN (
                        SELECT DISTINCT ON (card_serial) card_serial, listed FROM denylist_change
                        ORDER BY card_serial, version DESC) l USING (card_serial)
                    WHERE coalesce(l.listed, false)
                          <> (c.status IN ('LOST', 'REPLACED', 'CANCELLED') OR h.deceased_on IS NOT NULL)""",
                    AGAIN),
            Check.that(
                    "the versions of the denylist run from 1 to its head without a gap",
                    List.of("denylist_head", "denylist_change"),
                    """
                    SELECT h.version AS head, count(c.version) AS changes, max(c.version) AS highest
                    FROM (SELECT coalesce(max(version), -1) AS version FROM denylist_head) h
                         LEFT JOIN denylist_change c ON true
                    GROUP BY h.version
                    HAVING h.version <> count(c.version) OR h.version <> coalesce(max(c.version), 0)""",
                    "changes are missing: terminals that took an update may lack a card; let them load the full list"),
            Check.that("each change of the denylist changes something", List.of("denylist_change"), """
                    SELECT card_serial, version, listed FROM (
                        SELECT card_serial, version, listed,
                               lag(listed, 1, false) OVER (PARTITION BY card_serial ORDER BY version) AS before
                        FROM denylist_change) AS change
                    WHERE listed = before""", AGAIN));

    private DenylistChecks() {}
}
