package cn.suinian.gateway.console.access;

import cn.suinian.gateway.console.form.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody had typed when their session was over. It stays in hidden fields of the sign-in pages, and nowhere
 * else, until the same person has signed in again and sends it on.
 *
 * @param to where it was being sent
 * @param by the number of the member of staff whose form it was, as the form said
 * @param fields every field and value, but for passwords and what the frame adds itself
 */
public record Kept(String to, String by, List<Field> fields) {

    private static final String TO = "kept-to";
    private static final String BY = "kept-by";
    private static final String PREFIX = "kept.";
    private static final Set<String> OF_THE_FRAME = Set.of("csrf", "act", "by", "next");

    /** One field, under its own name. */
    public record Field(String name, String value) {

        /** Its name in the sign-in form. */
        public String hiddenName() {
            return PREFIX + name;
        }
    }

    public Kept {
        fields = List.copyOf(fields);
    }

    /** What a form had when it met no session; empty: it does not say whose it was. */
    public static Optional<Kept> ofForm(String path, Typed typed) {
        String by = typed.text("by");
        List<Field> fields = new ArrayList<>();
        typed.all().forEach((name, values) -> {
            if (!OF_THE_FRAME.contains(name) && !secret(name)) {
                values.forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return by.isEmpty() ? Optional.empty() : Optional.of(new Kept(path, by, fields));
    }

    /** What a sign-in form carries along. */
    public static Optional<Kept> ofSignIn(Typed typed) {
        Optional<String> to = LocalPath.of(typed.text(TO));
        List<Field> fields = new ArrayList<>();
        typed.all().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                values.forEach(value -> fields.add(new Field(name.substring(PREFIX.length()), value)));
            }
        });
        return to.map(path -> new Kept(path, typed.text(BY), fields));
    }

    /** Whether it was typed by this person. */
    public boolean isOf(Session session) {
        return by.equals(Long.toString(session.staffId()));
    }

    /** The fields that carry it along, by name; the values are in {@link #fields}. */
    public Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put(TO, to);
        marks.put(BY, by);
        return marks;
    }

    /** Says where it goes; what was typed is nobody's business. */
    @Override
    public String toString() {
        return "Kept[" + to + ", " + fields.size() + " fields]";
    }

    private static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.equals("code");
    }
}
