package cn.suinian.core.verification;

import java.util.List;

/** What holds for lists of people that were sent in: no row is lost on the way, and none is registered twice. */
final class BulkChecks {

    private static final String FILE = "bulk_file";
    private static final String LOOK =
            "stop the list in the console, and compare it with its entries in the audit trail";

    static final List<Check> ALL = List.of(
            Check.that(
                    "every row of a list is registered, refused, doubled, left out or still waiting",
                    List.of(FILE),
                    """
                    SELECT file_no, state, rows, passed, fit, registered, wrong, known, alike, twice, left_out
                    FROM bulk_file, LATERAL (
                        SELECT fit + registered + wrong + known + alike + twice + left_out AS told) AS sum
                    WHERE told > rows OR (told < rows AND (started_at IS NOT NULL OR state = 'CHECKED'))
                       OR (state = 'CHECKING' AND told <> passed) OR (state = 'DONE' AND fit > 0)""",
                    LOOK),
            Check.that("what waits of a list is as much as it says", List.of(FILE, "bulk_row"), """
                    SELECT f.file_no, f.state, f.rows, f.fit, f.alike, r.*
                    FROM bulk_file f, LATERAL (
                        SELECT count(*) AS kept, count(*) FILTER (WHERE outcome = 'STAGED') AS staged,
                               count(*) FILTER (WHERE outcome = 'FIT') AS fit_kept,
                               count(*) FILTER (WHERE outcome = 'ALIKE') AS alike_kept
                        FROM bulk_row b WHERE b.row_id > f.file_no * 1048576 AND b.row_id < (f.file_no + 1) * 1048576
                        ) AS r
                    WHERE (f.state IN ('CHECKING', 'CHECKED', 'RUNNING', 'STOPPED')
                           AND (f.rows, f.fit, f.alike) IS DISTINCT FROM (r.kept, r.fit_kept, r.alike_kept))
                       OR (f.state IN ('CHECKED', 'RUNNING') AND r.staged > 0)
                       OR (f.state = 'DONE' AND f.purged_at IS NULL AND f.alike <> r.kept)
                       OR ((f.state = 'CANCELLED' OR f.purged_at IS NOT NULL) AND r.kept > 0)""", LOOK),
            Check.that(
                    "as many holders come from a list as it says were registered",
                    List.of(FILE, "bulk_registration"),
                    """
                    SELECT f.file_no, f.state, f.registered, count(b.holder_id) AS holders
                    FROM bulk_file f LEFT JOIN bulk_registration b USING (file_no)
                    GROUP BY f.file_no HAVING f.registered <> count(b.holder_id)""",
                    LOOK),
            Check.that(
                    "nobody is registered twice from lists, and from no row twice",
                    List.of("bulk_registration"),
                    """
                    SELECT 'holder ' || holder_id AS what, count(*) FROM bulk_registration
                    GROUP BY holder_id HAVING count(*) > 1
                    UNION ALL
                    SELECT 'file ' || file_no || ', row ' || row_no, count(*) FROM bulk_registration
                    GROUP BY file_no, row_no HAVING count(*) > 1""",
                    "an index is damaged: take a copy of the files, REINDEX TABLE bulk_registration, compare"));

    private BulkChecks() {}
}
