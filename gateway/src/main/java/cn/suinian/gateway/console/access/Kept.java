package cn.suinian.gateway.console.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody had typed when their session was over. It stays in hidden fields of the sign-in pages, and nowhere
 * else, until the same person has signed in again and sends it on.
 *
 * @param to where it was being sent
 * @param by the number of the member of staff whose form it was
 * @param at when it was kept
 * @param proved whether the password must have been given a short time before it is done
 * @param fields every field and value, but for passwords and what the frame adds itself
 * @param files the fields in which a file had been chosen; what was in it is not kept
 * @param check says that we made it
 */
public record Kept(
        String to, long by, Instant at, boolean proved, List<Field> fields, List<String> files, String check) {

    static final String TO = "kept-to";
    static final String BY = "kept-by";
    static final String AT = "kept-at";
    static final String PROVED = "kept-proved";
    static final String FILES = "kept-files";
    static final String CHECK = "kept-check";
    static final String PREFIX = "kept.";

    /** One field, under its own name. */
    public record Field(String name, String value) {

        /** Its name in the sign-in form. */
        public String hiddenName() {
            return PREFIX + name;
        }
    }

    public Kept {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /** Whether it was typed by this person. */
    public boolean isOf(Session session) {
        return by == session.staffId();
    }

    /** The fields that carry it along, by name; the values are in {@link #fields}. */
    public Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put(TO, to);
        marks.put(BY, Long.toString(by));
        marks.put(AT, Long.toString(at.toEpochMilli()));
        marks.put(PROVED, Boolean.toString(proved));
        if (!files.isEmpty()) {
            marks.put(FILES, String.join(",", files));
        }
        marks.put(CHECK, check);
        return marks;
    }

    /** Says where it goes; what was typed is nobody's business. */
    @Override
    public String toString() {
        return "Kept[" + to + ", " + fields.size() + " fields]";
    }
}
