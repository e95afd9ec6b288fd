package cn.suinian.gateway.console.day.seal;

import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days whose totals were published, the latest first.
 *
 * @param days one more than a page has: there are older ones
 * @param later whether there are later ones
 */
public record PublishedDays(Frame frame, List<LocalDate> days, int most, boolean later) {

    /** A day. */
    public record Row(String day, String path, String name, String json) {}

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public List<Row> rows() {
        return days.stream()
                .limit(most)
                .map(day -> new Row(
                        day.toString(),
                        inLanguage(PublishedPages.path(day)),
                        Figures.day(day, frame.language()),
                        PublishedPages.path(day) + ".json"))
                .toList();
    }

    /** Null: these are the latest. */
    public @Nullable String first() {
        return later ? inLanguage(PublishedPages.LIST) : null;
    }

    /** Null: there are no older ones. */
    public @Nullable String older() {
        return days.size() > most
                ? inLanguage(new Address(PublishedPages.LIST)
                        .with("before", days.get(most - 1))
                        .toString())
                : null;
    }

    /** The address alone says which language. */
    private String inLanguage(String path) {
        return frame.language() == Language.ZH
                ? path
                : new Address(path).with("lang", frame.language().code()).toString();
    }
}
