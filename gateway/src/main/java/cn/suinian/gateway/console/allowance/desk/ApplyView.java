package cn.suinian.gateway.console.allowance.desk;

import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application at a desk, ready to print: first who it is about, then the day.
 *
 * @param hits whom the search found, masked; null: nobody was looked for yet
 */
public record ApplyView(FormView form, @Nullable List<Hit> hits) {

    private static final int YEAR = 4;

    public Frame frame() {
        return form.frame();
    }

    public String say(ApplyText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** What is looked for: a card, and for who may search holders anything that is told of them. */
    public String label() {
        return say(searches(frame()) ? ApplyText.WHO : ApplyText.CARD);
    }

    static boolean searches(Frame frame) {
        return frame.visitor().may(Permission.HOLDER_SEARCH);
    }

    /** Whether somebody was looked for and not found. */
    public boolean nobody() {
        return hits != null && hits.isEmpty();
    }

    public boolean found() {
        return hits != null && !hits.isEmpty();
    }

    /** Whom the application can be of. */
    public List<Option> people() {
        return hits == null
                ? List.of()
                : hits.stream()
                        .filter(Hit::visible)
                        .map(hit -> new Option(Long.toString(hit.holderId()), person(hit)))
                        .toList();
    }

    private String person(Hit hit) {
        String comma = frame().say(WordText.COMMA);
        List<String> parts = new ArrayList<>(List.of(
                hit.name(),
                Words.of(hit.sex()).in(frame().language()),
                say(ApplyText.BORN, hit.bornOn().substring(0, YEAR)),
                Words.of(hit.district(), frame().language()),
                String.join(comma, hit.documents())));
        if (hit.card() != null) {
            parts.add(hit.card());
        }
        if (hit.deceased()) {
            parts.add(frame().say(WordText.DECEASED));
        }
        parts.removeIf(String::isEmpty);
        return String.join(comma, parts);
    }
}
