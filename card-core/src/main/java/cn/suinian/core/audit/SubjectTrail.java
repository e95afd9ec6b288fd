package cn.suinian.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What was done to one thing, by the audit trail, for the page of that thing. Who may see the thing may see it: the
 * trail as a whole is read with {@link AuditReader}.
 */
public final class SubjectTrail {

    private static final String LAST = "SELECT " + AuditRow.COLUMNS + " FROM audit_log"
            + " WHERE subject_kind = ? AND subject = ? AND act = ? AND string_to_array(after, E'\\n') @> ?"
            + " ORDER BY entry_no DESC LIMIT 1";

    private SubjectTrail() {}

    /**
     * The last of the acts of an entry's name on its subject that have all of its values, whatever else they have;
     * however many others came after it.
     */
    public static Optional<AuditRow> last(Connection transaction, AuditEntry like) throws SQLException {
        String[] values = like.after().isEmpty()
                ? new String[0]
                : AuditRow.lines(like.after()).split("\n", -1);
        try (PreparedStatement select = transaction.prepareStatement(LAST)) {
            select.setString(1, like.subjectKind());
            select.setString(2, like.subject());
            select.setString(3, like.act());
            select.setArray(4, transaction.createArrayOf("text", values));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(AuditRow.read(row)) : Optional.empty();
            }
        }
    }
}
