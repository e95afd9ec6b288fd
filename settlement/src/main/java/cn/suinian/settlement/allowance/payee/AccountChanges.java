package cn.suinian.settlement.allowance.payee;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose bank account was changed in the register since it was signed for last: they would be paid to the new one. An
 * account is taken as it is at the second signature of a run, so a change counts from the signature of the last run
 * that paid them, in whichever district; of who was never paid it counts from two months before the month.
 *
 * @param people how many there are
 * @param last number of the latest change; 0: there is none
 * @param latest of each the latest change, the latest first; at most 200
 */
public record AccountChanges(long people, long last, List<Change> latest) {
    /** Nobody's. */
    public static final AccountChanges NONE = new AccountChanges(0, 0, List.of());

    /** Of so many it is told who they are. */
    public static final int MOST_TOLD = 200;

    /**
     * By person and run, so that the changes of those listed are looked up by key. What was written while the run
     * before was being signed is told once more rather than never.
     */
    private static final String CHANGED = """
            FROM allowance_run r
            CROSS JOIN LATERAL (SELECT DISTINCT l.holder_id FROM allowance_line l
                                WHERE l.run_no = r.run_no AND l.kind IN ('REGULAR', 'ARREARS')) AS listed
            JOIN holder_change c ON c.holder_id = listed.holder_id AND c.field = 'BANK_ACCOUNT'
                AND c.changed_at > coalesce(
                    (SELECT max(a.at) - interval '10 minutes' FROM allowance_run_act a
                     WHERE a.to_state = 'APPROVED' AND a.run_no <> r.run_no
                       AND EXISTS (SELECT FROM allowance_payee p
                                   WHERE p.run_no = a.run_no AND p.holder_id = c.holder_id)),
                    (r.month - interval '2 months') AT TIME ZONE 'Asia/Shanghai')
            WHERE r.run_no = ?
            """;

    private static final String COUNT =
            "SELECT count(DISTINCT c.holder_id) AS people, coalesce(max(c.change_no), 0) AS last " + CHANGED;
    private static final String LATEST = "SELECT * FROM (SELECT DISTINCT ON (c.holder_id) c.* " + CHANGED + """
            ORDER BY c.holder_id, c.change_no DESC) AS each_one
            ORDER BY change_no DESC LIMIT ?
            """;

    /** By whom: the name they sign in with. */
    public record Change(long holderId, Instant at, String by) {}

    public AccountChanges {
        latest = List.copyOf(latest);
    }

    /** As it is now; without who they are. */
    public static AccountChanges count(Connection transaction, long runNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COUNT)) {
            select.setLong(1, runNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new AccountChanges(row.getLong("people"), row.getLong("last"), List.of());
            }
        }
    }

    /** The same with who they are. */
    public static AccountChanges tell(Connection transaction, long runNo) throws SQLException {
        AccountChanges counted = count(transaction, runNo);
        if (counted.people() == 0) {
            return counted;
        }
        List<Change> latest = new ArrayList<>();
        try (PreparedStatement select = transaction.prepareStatement(LATEST)) {
            select.setLong(1, runNo);
            select.setInt(2, MOST_TOLD);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    latest.add(new Change(
                            row.getLong("holder_id"),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                            row.getString("actor")));
                }
            }
        }
        return new AccountChanges(counted.people(), counted.last(), latest);
    }
}
