package cn.suinian.core.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null: any.
 *
 * @param from the first instant
 * @param until the first instant after
 * @param actor the account name as it was written
 * @param act what was done
 * @param subjectKind to what kind of thing
 * @param subject to which one; only together with its kind
 * @param reason a piece of the text of the reason, upper and lower case alike
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String actor,
        @Nullable String act,
        @Nullable String subjectKind,
        @Nullable String subject,
        @Nullable String reason) {

    /** Every entry. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);

    /** Those about one thing. */
    public static AuditQuery about(String subjectKind, Object subject) {
        return new AuditQuery(null, null, null, null, subjectKind, subject.toString(), null);
    }

    /** What was asked for, for the audit trail itself; the text of the reason may be anything and is left out. */
    Map<String, String> asValues() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "from", from);
        put(values, "until", until);
        put(values, "actor", actor);
        put(values, "act", act);
        put(values, "subjectKind", subjectKind);
        put(values, "subject", subject);
        put(values, "reason", reason == null ? null : "(a text)");
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
