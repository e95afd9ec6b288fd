package cn.suinian.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done to one thing, by the audit trail, for the page of that thing. Who may see the thing may see it: the
 * trail as a whole is read with {@link AuditReader}.
 */
public final class SubjectTrail {

    private static final String LATEST = "SELECT " + AuditRow.COLUMNS + " FROM audit_log"
            + " WHERE subject_kind = ? AND subject = ? AND act = ? ORDER BY entry_no DESC LIMIT ?";

    private SubjectTrail() {}

    /** Acts of this name, the latest first. */
    public static List<AuditRow> latest(
            Connection transaction, String act, String subjectKind, Object subject, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LATEST)) {
            select.setString(1, subjectKind);
            select.setString(2, subject.toString());
            select.setString(3, act);
            select.setInt(4, most);
            List<AuditRow> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(AuditRow.read(row));
                }
            }
            return found;
        }
    }
}
