package cn.suinian.gateway.counter.body;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.FieldName;
import cn.suinian.gateway.http.body.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The members of an object that somebody sent. Each is asked for by name and type; what nobody asked for is refused in
 * the end. A refusal names the member and what belongs there, never what was sent.
 */
public final class Given {

    /** Longer than any text that a rule of the core lets through. */
    private static final int LONGEST = 500;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT =
            Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2999;

    private final Map<?, ?> members;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private Given(Map<?, ?> members, String path) {
        this.members = members;
        this.path = path;
    }

    /**
     * Reads a body.
     *
     * @throws Refused when it is none, or has more in it than was asked for
     */
    public static <T> T read(byte[] body, Function<Given, T> reading) {
        return whole(new Given(JsonTree.of(body), ""), reading);
    }

    /** A text that has to be there; it may be empty. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    /** A text, if it is there. */
    public Optional<String> optionalText(String name) {
        return find(name).map(value -> {
            if (!(value instanceof String text) || text.length() > LONGEST) {
                throw malformed(name, "a text of at most " + LONGEST + " characters");
            }
            if (!PlainText.is(text)) {
                throw malformed(name, "a text without control characters and without halves of characters");
            }
            return text;
        });
    }

    /** A whole number that has to be there. */
    public long number(String name, long min, long max) {
        return optionalNumber(name, min, max).orElseThrow(() -> missing(name));
    }

    /** A whole number, if it is there. */
    public Optional<Long> optionalNumber(String name, long min, long max) {
        return find(name).map(value -> number(value, name, min, max));
    }

    /** Whole numbers, each once; none when it is not there. */
    public Set<Long> numbers(String name, int most, long min, long max) {
        Set<Long> numbers = new HashSet<>();
        List<?> items = items(name, most);
        for (int i = 0; i < items.size(); i++) {
            numbers.add(number(items.get(i), name + "[" + i + "]", min, max));
        }
        return numbers;
    }

    /** True or false; false when it is not there. */
    public boolean truth(String name) {
        return find(name)
                .map(value -> {
                    if (!(value instanceof Boolean truth)) {
                        throw malformed(name, "true or false");
                    }
                    return truth;
                })
                .orElse(false);
    }

    /** One of the names of an enum; it has to be there. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return optionalConstant(name, type).orElseThrow(() -> missing(name));
    }

    /** One of the names of an enum, if it is there. */
    public <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
        return find(name)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(value))
                        .findFirst()
                        .orElseThrow(() -> malformed(name, "one of " + Arrays.toString(type.getEnumConstants()))));
    }

    /** A day that has to be there. */
    public LocalDate date(String name) {
        return optionalDate(name).orElseThrow(() -> missing(name));
    }

    /** A day, if it is there. */
    public Optional<LocalDate> optionalDate(String name) {
        return find(name).map(value -> {
            if (!(value instanceof String text) || !DATE.matcher(text).matches()) {
                throw malformed(name, "a date such as 2026-11-22");
            }
            try {
                return inYears(name, LocalDate.parse(text));
            } catch (DateTimeException noSuchDay) {
                throw outOfRange(name, "a day of the calendar");
            }
        });
    }

    /** A moment, if it is there. */
    public Optional<Instant> optionalMoment(String name) {
        return find(name).map(value -> {
            if (!(value instanceof String text) || !MOMENT.matcher(text).matches()) {
                throw malformed(name, "a time as in RFC 3339 with an offset, such as 2026-11-22T08:00:00+08:00");
            }
            try {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                inYears(name, moment.toLocalDate());
                return moment.toInstant();
            } catch (DateTimeException noSuchTime) {
                throw outOfRange(name, "a day of the calendar and a time of the day");
            }
        });
    }

    /** An object, if it is there. */
    public <T> Optional<T> optionalObject(String name, Function<Given, T> reading) {
        return find(name).map(value -> object(value, name, reading));
    }

    /** Objects; none when it is not there. */
    public <T> List<T> objects(String name, int most, Function<Given, T> reading) {
        List<T> objects = new ArrayList<>();
        List<?> items = items(name, most);
        for (int i = 0; i < items.size(); i++) {
            objects.add(object(items.get(i), name + "[" + i + "]", reading));
        }
        return objects;
    }

    /** That this member is not there and has to be. */
    public Refused missing(String name) {
        return FieldName.missing(path + name);
    }

    /** That this member has another form than it should. */
    public Refused malformed(String name, String expected) {
        return new Refused(ProblemCode.FIELD_MALFORMED, path + name, path + name + " must be " + expected);
    }

    private <T> T object(Object value, String name, Function<Given, T> reading) {
        if (!(value instanceof Map<?, ?> inner)) {
            throw malformed(name, "an object");
        }
        return whole(new Given(inner, path + name + "."), reading);
    }

    private static <T> T whole(Given given, Function<Given, T> reading) {
        T read = reading.apply(given);
        for (Object name : given.members.keySet()) {
            if (!given.asked.contains(name)) {
                String shown = given.path + FieldName.shown(name.toString());
                throw new Refused(ProblemCode.FIELD_UNKNOWN, shown, "this field is not part of the message");
            }
        }
        return read;
    }

    private List<?> items(String name, int most) {
        Optional<Object> value = find(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof List<?> items) || items.size() > most) {
            throw malformed(name, "an array of at most " + most + " items");
        }
        return items;
    }

    private long number(Object value, String name, long min, long max) {
        if (!(value instanceof Number number)) {
            throw malformed(name, "a whole number");
        }
        boolean fits = number instanceof Integer || number instanceof Long;
        if (!fits || number.longValue() < min || number.longValue() > max) {
            throw outOfRange(name, "a whole number from " + min + " to " + max);
        }
        return number.longValue();
    }

    private LocalDate inYears(String name, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw outOfRange(name, "in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }

    private Optional<Object> find(String name) {
        asked.add(name);
        return Optional.ofNullable(members.get(name));
    }

    private Refused outOfRange(String name, String expected) {
        return new Refused(ProblemCode.FIELD_OUT_OF_RANGE, path + name, path + name + " must be " + expected);
    }
}
