package cn.suinian.core.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was done. No value may be personal data in clear: masks, numbers of ours and codes only.
 *
 * @param act what it was, in upper case with underscores, as CARD_LOST
 * @param subjectKind what it was done to: HOLDER, CARD, TERMINAL, VENDOR, STAFF, BATCH ...
 * @param subject which one, by our own number
 * @param before values that changed, as they were
 * @param after the same, as they are now
 * @param reason why, where somebody has to say so
 */
public record AuditEntry(
        String act,
        @Nullable String subjectKind,
        @Nullable String subject,
        Map<String, String> before,
        Map<String, String> after,
        @Nullable String reason) {

    public AuditEntry {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }

    /** An act without values. */
    public static AuditEntry of(String act, String subjectKind, Object subject) {
        return new AuditEntry(act, subjectKind, subject.toString(), Map.of(), Map.of(), null);
    }

    /** The same with what it is now. */
    public AuditEntry with(Map<String, String> now) {
        return new AuditEntry(act, subjectKind, subject, before, now, reason);
    }

    /** The same with what changed. */
    public AuditEntry changed(Map<String, String> was, Map<String, String> now) {
        return new AuditEntry(act, subjectKind, subject, was, now, reason);
    }

    /** The same with a reason. */
    public AuditEntry because(@Nullable String why) {
        return new AuditEntry(act, subjectKind, subject, before, after, why);
    }
}
