package cn.suinian.gateway.console.holder.change;

import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.History;
import cn.suinian.gateway.console.holder.word.History.Entry;
import cn.suinian.gateway.console.holder.word.History.Kind;
import cn.suinian.gateway.console.page.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody saw of a holder when they opened a form: its version, and how far its history went. */
final class Seen {

    /** The fields that every form carries. */
    static final List<String> FIELDS = List.of("version", "seen-change", "seen-statement", "seen-event");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private Seen() {}

    /** The form's values with what is seen now, in the place of what was seen before. */
    static Typed now(Typed typed, HolderPage page) {
        Map<Kind, Long> newest = newest(page);
        return typed.with("version", Integer.toString(page.rowVersion()))
                .with("seen-change", newest.get(Kind.CHANGE).toString())
                .with("seen-statement", newest.get(Kind.STATEMENT).toString())
                .with("seen-event", newest.get(Kind.EVENT).toString());
    }

    /** The same, unless the form says already what was seen. */
    static Typed first(Typed typed, HolderPage page) {
        return typed.find("version").isPresent() ? typed : now(typed, page);
    }

    /** The version that was seen; of a form without one, none that there is. */
    static int version(Typed typed) {
        return (int) Math.min(Integer.MAX_VALUE, number(typed, "version"));
    }

    /** What was recorded since. */
    static List<Entry> since(Typed typed, HolderPage page, Language language) {
        return History.of(page, language).stream()
                .filter(entry -> entry.mark().number()
                        > number(
                                typed,
                                switch (entry.mark().kind()) {
                                    case CHANGE -> "seen-change";
                                    case STATEMENT -> "seen-statement";
                                    case EVENT -> "seen-event";
                                }))
                .toList();
    }

    private static Map<Kind, Long> newest(HolderPage page) {
        Map<Kind, Long> newest = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            newest.put(
                    kind,
                    History.of(page, Language.ZH).stream()
                            .map(Entry::mark)
                            .filter(mark -> mark.kind() == kind)
                            .mapToLong(History.Mark::number)
                            .max()
                            .orElse(0));
        }
        return newest;
    }

    private static long number(Typed typed, String field) {
        return Optional.of(typed.text(field))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::valueOf)
                .orElse(0L);
    }
}
