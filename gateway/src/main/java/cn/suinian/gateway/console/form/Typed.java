package cn.suinian.gateway.console.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form, by the names of its fields, in the order in which it came. */
public final class Typed {

    /** A form that nobody has touched. */
    public static final Typed NOTHING = new Typed(Map.of(), List.of());

    private static final int PIECE = 64 << 10;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Map<String, List<String>> values;
    private final List<Upload> uploads;

    Typed(Map<String, List<String>> values, List<Upload> uploads) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, given) -> copy.put(name, List.copyOf(given)));
        this.values = Collections.unmodifiableMap(copy);
        this.uploads = List.copyOf(uploads);
    }

    /** A form as if this had been typed: what is stored, for somebody to change. */
    public static Typed of(Map<String, String> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Typed(lists, List.of());
    }

    /** The same for fields that may have several values, as boxes. */
    public static Typed ofLists(Map<String, List<String>> values) {
        return new Typed(values, List.of());
    }

    /** What was typed, without spaces around it; empty: nothing. */
    public String text(String name) {
        return raw(name).strip();
    }

    /** Exactly what was typed, for passwords; empty: nothing. */
    public String raw(String name) {
        List<String> given = values.get(name);
        return given == null ? "" : given.get(0);
    }

    /** What was typed, when it was anything. */
    public Optional<String> find(String name) {
        String text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Every value of a field that may have several, as boxes that were ticked. */
    public List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a box was ticked. */
    public boolean ticked(String name) {
        return values.containsKey(name);
    }

    /** The constant that was chosen; empty: none, or no such one. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> kind) {
        String text = text(name);
        for (E each : kind.getEnumConstants()) {
            if (each.name().equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A text as a number of ours, row version or count; -1: it is none. */
    public static long wholeNumber(String text) {
        return WHOLE_NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    /** The version of the row that the form was made from; -1: the form does not say, so it fits no row. */
    public int rowVersion() {
        long version = wholeNumber(text("version"));
        return version > Integer.MAX_VALUE ? -1 : (int) version;
    }

    /** The constants that were ticked, as far as there are such ones. */
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> kind) {
        Set<E> chosen = EnumSet.noneOf(kind);
        for (E each : kind.getEnumConstants()) {
            if (list(name).contains(each.name())) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** The file of a field; empty: none was chosen. */
    public Optional<Upload> file(String field) {
        return uploads.stream()
                .filter(upload ->
                        upload.field().equals(field) && upload.content().length() > 0)
                .findFirst();
    }

    /** The fields in which a file was chosen. */
    public List<String> fileFields() {
        return uploads.stream()
                .filter(upload -> !upload.fileName().isEmpty())
                .map(Upload::field)
                .toList();
    }

    /** Every field and its values. */
    public Map<String, List<String>> all() {
        return values;
    }

    /** The same with another value for a field; null takes the field away. */
    public Typed with(String name, @Nullable String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, new ArrayList<>(List.of(value)));
        }
        return new Typed(changed, uploads);
    }

    /** Whether any file came with it. */
    public boolean hasFiles() {
        return !uploads.isEmpty();
    }

    /**
     * The same for the same content: tells two fillings-in apart.
     *
     * @throws IllegalStateException on an event loop, when there are files: 50 MiB take a fifth of a second
     */
    public String digest() {
        if (hasFiles() && Context.isOnEventLoopThread()) {
            throw new IllegalStateException("files are not digested on an event loop");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            values.forEach((name, given) -> {
                digest.update((name + given.size() + "\n").getBytes(UTF_8));
                given.forEach(value -> digest.update((value.length() + ":" + value).getBytes(UTF_8)));
            });
            uploads.forEach(upload -> update(digest, upload.content()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void update(MessageDigest digest, Buffer content) {
        for (int from = 0; from < content.length(); from += PIECE) {
            digest.update(content.getBytes(from, Math.min(from + PIECE, content.length())));
        }
    }

    /** Says how many fields there are; what was typed is nobody's business. */
    @Override
    public String toString() {
        return "Typed[" + values.size() + " fields, " + uploads.size() + " files]";
    }
}
