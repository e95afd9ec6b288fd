package cn.suinian.core.verification;

import java.util.List;

/** What holds for the register of holders. */
final class HolderChecks {

    private static final String REGISTER =
            "no release writes such a row: find out who did, and correct it with a second person looking on";

    static final List<Check> ALL = List.of(
            Check.that("no two holders have the same document", List.of("holder_document"), """
                    SELECT encode(person_index, 'hex') AS person, count(*), min(holder_id), max(holder_id)
                    FROM holder_document WHERE ended_at IS NULL
                    GROUP BY person_index HAVING count(*) > 1""", REGISTER),
            Check.that("every person in the register is a holder", List.of("holder_person", "holder"), """
                    SELECT p.holder_id FROM holder_person p LEFT JOIN holder h USING (holder_id)
                    WHERE h.holder_id IS NULL""", REGISTER),
            Check.that(
                    "every person in the register has a document",
                    List.of("holder_person", "holder_document"),
                    """
                    SELECT p.holder_id FROM holder_person p WHERE NOT EXISTS (
                        SELECT FROM holder_document d WHERE d.holder_id = p.holder_id AND d.ended_at IS NULL)""",
                    REGISTER),
            Check.that(
                    "a registered holder died when the register says",
                    List.of("holder_person", "holder", "holder_event"),
                    """
                    SELECT h.holder_id, h.deceased_on, e.effective_on
                    FROM holder_person p JOIN holder h USING (holder_id)
                         LEFT JOIN holder_event e ON e.holder_id = h.holder_id AND e.kind = 'DEATH'
                              AND e.undone_at IS NULL
                    WHERE h.deceased_on IS DISTINCT FROM e.effective_on""",
                    REGISTER),
            Check.that(
                    "no event is undone without a second signature",
                    List.of("holder_event", "approval_request"),
                    """
                    SELECT e.event_no, e.holder_id, e.undone_at, r.request_no, r.asked_by, r.decided_by, r.outcome
                    FROM holder_event e LEFT JOIN approval_request r ON r.request_no = e.undone_request
                    WHERE (e.undone_at IS NOT NULL OR e.undone_request IS NOT NULL)
                      AND NOT coalesce(r.kind = 'UNDO_DEATH' AND r.subject = e.event_no AND r.outcome = 'APPROVED'
                                       AND r.decided_by <> r.asked_by, false)""",
                    REGISTER));

    private HolderChecks() {}
}
