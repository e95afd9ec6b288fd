package cn.suinian.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.staff.Actor;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored and hashed. Values stand as {@code name=value} lines, in the order of their names.
 *
 * @param at to the microsecond
 * @param staffId null: not a member of staff
 */
public record AuditRow(
        long entryNo,
        Instant at,
        @Nullable Long staffId,
        String actor,
        String address,
        String act,
        @Nullable String subjectKind,
        @Nullable String subject,
        String before,
        String after,
        @Nullable String reason) {

    static final String COLUMNS =
            "entry_no, at, staff_id, actor, address, act, subject_kind, subject, before, after, reason";

    private static final Pattern SERIAL = Pattern.compile("[0-9]{1,8}");
    private static final int SERIAL_DIGITS = 8;
    private static final int SHOWN_DIGITS = 4;
    private static final String OTHER_CARD = "by";

    AuditRow(long entryNo, Instant at, Actor actor, AuditEntry entry) {
        this(
                entryNo,
                at,
                actor.staffId(),
                actor.account(),
                actor.address(),
                entry.act(),
                entry.subjectKind(),
                entry.subject(),
                lines(entry.before()),
                lines(entry.after()),
                entry.reason());
    }

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("entry_no"),
                row.getTimestamp("at").toInstant(),
                row.getObject("staff_id", Long.class),
                row.getString("actor"),
                row.getString("address"),
                row.getString("act"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"));
    }

    /** To what it was done; of a card's serial only the last digits, as on every screen. */
    public @Nullable String maskedSubject() {
        return masked(subject);
    }

    /** The values before, masked in the same way. */
    public Map<String, String> maskedBefore() {
        return maskedValues(before);
    }

    /** The values after, masked in the same way. */
    public Map<String, String> maskedAfter() {
        return maskedValues(after);
    }

    /** Whether it is about a card, whose serial leads to its number. */
    public boolean aboutCard() {
        return "CARD".equals(subjectKind) || "CARD_STOCK".equals(subjectKind);
    }

    private Map<String, String> maskedValues(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String name = line.substring(0, equals);
                String value = line.substring(equals + 1);
                values.put(name, name.equals(OTHER_CARD) ? String.valueOf(masked(value)) : value);
            }
        }
        return values;
    }

    private @Nullable String masked(@Nullable String text) {
        if (text == null || !aboutCard() || !SERIAL.matcher(text).matches()) {
            return text;
        }
        String digits = "0".repeat(SERIAL_DIGITS - text.length()) + text;
        return "****" + digits.substring(SERIAL_DIGITS - SHOWN_DIGITS);
    }

    /** Over the hash before and every field with its length, so that nothing can move from one field to the next. */
    byte[] hash(byte[] previous) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(previous);
        parts.add(ByteBuffer.allocate(3 * Long.BYTES + Integer.BYTES)
                .putLong(entryNo)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putLong(staffId == null ? -1 : staffId)
                .array());
        for (String field : new String[] {actor, address, act, subjectKind, subject, before, after, reason}) {
            byte[] bytes = field == null ? new byte[0] : field.getBytes(UTF_8);
            parts.add(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(field == null ? -1 : bytes.length)
                    .array());
            parts.add(bytes);
        }
        return Sm3.digest(parts.toArray(byte[][]::new));
    }

    /** As they are stored. */
    static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "="
                        + each.getValue().replace("\\", "\\\\").replace("\n", "\\n"))
                .collect(Collectors.joining("\n"));
    }
}
