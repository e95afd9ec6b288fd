package cn.suinian.gateway.console.form;

import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with what was typed: messages at fields, or about the act as a whole. */
public record Problems(List<Problem> list) {

    /** Nothing is wrong. */
    public static final Problems NONE = new Problems(List.of());

    /**
     * One thing that is wrong, and what to do.
     *
     * @param field null: the act as a whole
     */
    public record Problem(@Nullable String field, String zh, String en) {

        /** In this language. */
        public String in(Language language) {
            return switch (language) {
                case ZH -> zh;
                case EN -> en;
            };
        }
    }

    public Problems {
        list = List.copyOf(list);
    }

    /** Why an act was refused: everything that is wrong with it. */
    public static Problems of(RefusedException refused) {
        Problems problems = NONE;
        for (FieldRefusal each : refused.all()) {
            problems = problems.and(
                    each.field(), each.refusal().zh(), each.refusal().en());
        }
        return problems;
    }

    /** The same and a message at a field. */
    public Problems and(@Nullable String field, Phrase phrase) {
        return and(field, phrase.zh(), phrase.en());
    }

    /** The same and a message at a field, in both languages. */
    public Problems and(@Nullable String field, String zh, String en) {
        List<Problem> more = new ArrayList<>(list);
        more.add(new Problem(field, zh, en));
        return new Problems(more);
    }

    /** All of both. */
    public Problems and(Problems others) {
        List<Problem> more = new ArrayList<>(list);
        more.addAll(others.list);
        return new Problems(more);
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !list.isEmpty();
    }

    /** What is wrong with a field. */
    public Optional<Problem> at(String field) {
        return list.stream().filter(each -> field.equals(each.field())).findFirst();
    }

    /** The field that the reader should look at first. */
    public Optional<String> firstField() {
        return list.stream().map(Problem::field).filter(field -> field != null).findFirst();
    }

    /**
     * Goes on only if nothing is wrong.
     *
     * @throws UnfitFormException when something is; the frame shows the form again
     */
    public void stopIfAny() {
        if (any()) {
            throw new UnfitFormException(this);
        }
    }
}
