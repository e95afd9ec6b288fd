package cn.suinian.gateway.console.form;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Codes that have words: an enum of phrases whose constants are called as the codes are. */
public final class Codes {

    private Codes() {}

    /** The words for a code; empty: it has none here. */
    public static <E extends Enum<E> & Phrase> Optional<String> find(Class<E> words, String code, Language language) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .map(each -> each.in(language));
    }

    /** The words for a code; the code itself when there are none: an entry of a newer version is never left out. */
    public static <E extends Enum<E> & Phrase> String of(Class<E> words, String code, Language language) {
        return find(words, code, language).orElse(code);
    }

    /** Every code that has words, to choose from. */
    public static <E extends Enum<E> & Phrase> List<Option> options(Class<E> words, Language language) {
        return Arrays.stream(words.getEnumConstants())
                .map(each -> new Option(each.name(), each.in(language)))
                .toList();
    }
}
