package cn.suinian.core.settings;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads typed settings from an environment and remembers every name that was asked for.
 *
 * <p>A blank value counts as not set, so that {@code SUINIAN_DB_URL=} in a compose file means the default. Two features
 * may ask for the same name if they agree about it. Not safe for use by several threads; start-up has one.
 */
public final class Settings {
    private static final String PREFIX = "SUINIAN_";

    private final Map<String, String> environment;
    private final SortedMap<String, Row> known = new TreeMap<>();

    private record Row(String byDefault, String meaning) {}

    private Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Settings over this environment, normally {@code System.getenv()}. */
    public static Settings of(Map<String, String> environment) {
        return new Settings(environment);
    }

    /** A text that has a default. */
    public String text(String name, String byDefault, String meaning) {
        register(name, "`" + byDefault + "`", meaning);
        return find(name).orElse(byDefault);
    }

    /** A text that may be absent. */
    public Optional<String> optional(String name, String meaning) {
        register(name, "not set", meaning);
        return find(name);
    }

    /** A text that may be absent and is never shown. */
    public Optional<Secret> secret(String name, String meaning) {
        register(name, "not set (secret)", meaning);
        return find(name).map(Secret::new);
    }

    /** A whole number from min to max, both included. */
    public int wholeNumber(String name, int byDefault, int min, int max, String meaning) {
        register(name, "`" + byDefault + "`", "%s (%d to %d)".formatted(meaning, min, max));
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (min <= number && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(name, value.get(), "a whole number from %d to %d".formatted(min, max), notANumber);
        }
        throw wrong(name, value.get(), "a whole number from %d to %d".formatted(min, max), null);
    }

    /** One constant of an enum; upper and lower case are the same. */
    public <E extends Enum<E>> E oneOf(String name, E byDefault, String meaning) {
        List<E> allowed = List.of(byDefault.getDeclaringClass().getEnumConstants());
        String names = allowed.stream().map(Enum::name).collect(joining(", "));
        register(name, "`" + byDefault + "`", "%s (%s)".formatted(meaning, names));
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return byDefault;
        }
        String wanted = value.get().toUpperCase(Locale.ROOT);
        return allowed.stream()
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong(name, value.get(), "one of " + names, null));
    }

    /**
     * Call when every feature has read its part.
     *
     * @throws SettingsException naming each {@code SUINIAN_*} variable that nobody asked for, and the nearest name
     */
    public void refuseUnknown() {
        SortedSet<String> unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith(PREFIX) || known.containsKey(name));
        if (!unknown.isEmpty()) {
            throw new SettingsException(unknown.stream()
                    .map(name -> "Unknown setting " + name + nearest(name))
                    .collect(joining(System.lineSeparator())));
        }
    }

    /** Every setting asked for so far, as a Markdown table. */
    public String table() {
        Stream<String> rows = known.entrySet().stream()
                .map(row -> "| `%s` | %s | %s |"
                        .formatted(
                                row.getKey(),
                                row.getValue().byDefault(),
                                row.getValue().meaning()));
        return Stream.concat(Stream.of("| Name | Default | Meaning |", "|---|---|---|"), rows)
                .collect(joining("\n", "", "\n"));
    }

    private void register(String name, String byDefault, String meaning) {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A setting's name starts with " + PREFIX + ": " + name);
        }
        Row row = new Row(byDefault, meaning);
        Row before = known.putIfAbsent(name, row);
        if (before != null && !before.equals(row)) {
            throw new IllegalArgumentException("Two features disagree about " + name + ": " + before + ", " + row);
        }
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String nearest(String name) {
        return known.keySet().stream()
                .min((left, right) -> Integer.compare(distance(name, left), distance(name, right)))
                .map(match -> ": did you mean " + match + "?")
                .orElse("");
    }

    private static SettingsException wrong(String name, String value, String allowed, Exception cause) {
        SettingsException wrong = new SettingsException("%s is \"%s\" but must be %s".formatted(name, value, allowed));
        if (cause != null) {
            wrong.initCause(cause);
        }
        return wrong;
    }

    /** The Levenshtein distance: how many letters to add, drop or change. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
