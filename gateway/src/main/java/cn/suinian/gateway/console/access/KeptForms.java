package cn.suinian.gateway.console.access;

import cn.suinian.gateway.console.access.Kept.Field;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.HouseKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps what was typed into forms whose session is over, and knows it again. Whoever sits down at a browser can write
 * into a sign-in page what they like, as if somebody else had typed it: so only a form that a page of ours was printed
 * with for this person is kept, and what comes back is believed when it has our check value and is of the last day.
 */
public final class KeptForms {

    private static final Duration LASTS = Duration.ofDays(1);
    private static final Set<String> OF_THE_FRAME = Set.of("csrf", "act", "by", "next");
    private static final Pattern FILE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,79}");
    private static final String PURPOSE = "kept";

    private final HouseKey key;
    private final Clock clock;

    public KeptForms(HouseKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * What a form had when it met no session, or had to wait for a proof; empty: no page of ours was printed with it
     * for anybody.
     *
     * @param proved whether its route wants a password that was given a short time ago
     */
    public Optional<Kept> ofForm(String path, Typed typed, boolean proved) {
        Optional<Long> by = key.whose(typed.text("by"), typed.raw("csrf"));
        Optional<String> to = LocalPath.of(path);
        if (by.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        typed.all().forEach((name, values) -> {
            if (!OF_THE_FRAME.contains(name) && !secret(name)) {
                values.forEach(value -> fields.add(new Field(name, value)));
            }
        });
        List<String> files = typed.fileFields().stream()
                .filter(name -> FILE.matcher(name).matches() && !OF_THE_FRAME.contains(name))
                .toList();
        return Optional.of(checked(new Kept(to.get(), by.get(), clock.instant(), proved, fields, files, "")));
    }

    /** What a sign-in form carries along; empty: nothing, or nothing that we made in the last day. */
    public Optional<Kept> ofSignIn(Typed typed) {
        Optional<String> to = LocalPath.of(typed.text(Kept.TO));
        long by = Typed.wholeNumber(typed.text(Kept.BY));
        long at = Typed.wholeNumber(typed.text(Kept.AT));
        if (to.isEmpty() || by < 0 || at < 0) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        typed.all().forEach((name, values) -> {
            if (name.startsWith(Kept.PREFIX)) {
                values.forEach(value -> fields.add(new Field(name.substring(Kept.PREFIX.length()), value)));
            }
        });
        boolean proved = Boolean.parseBoolean(typed.text(Kept.PROVED));
        List<String> files =
                typed.find(Kept.FILES).map(names -> List.of(names.split(","))).orElse(List.of());
        Kept kept = new Kept(to.get(), by, Instant.ofEpochMilli(at), proved, fields, files, typed.text(Kept.CHECK));
        boolean late = kept.at().plus(LASTS).isBefore(clock.instant());
        return !late && key.matches(kept.check(), PURPOSE, parts(kept)) ? Optional.of(kept) : Optional.empty();
    }

    /** Whether it says that it carries something along, true or not. */
    public static boolean claimed(Typed typed) {
        return typed.find(Kept.TO).isPresent();
    }

    private Kept checked(Kept kept) {
        String check = key.check(PURPOSE, parts(kept));
        return new Kept(kept.to(), kept.by(), kept.at(), kept.proved(), kept.fields(), kept.files(), check);
    }

    /** Everything that must come back as it went. The order of fields is the browser's, and so is how a line ends. */
    private static List<String> parts(Kept kept) {
        List<String> parts = new ArrayList<>(List.of(
                kept.to(),
                Long.toString(kept.by()),
                Long.toString(kept.at().toEpochMilli()),
                Boolean.toString(kept.proved()),
                String.join(",", kept.files())));
        kept.fields().stream().sorted(Comparator.comparing(Field::name)).forEach(field -> {
            parts.add(field.name());
            parts.add(field.value().replace("\r\n", "\n").replace('\r', '\n'));
        });
        return parts;
    }

    private static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.equals("code");
    }
}
