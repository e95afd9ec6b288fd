package cn.suinian.gateway.console.page;

import java.util.Arrays;

/**
 * Something the console says, in both languages. Each feature keeps its phrases in one enum whose constructor takes
 * both texts, so a missing translation does not compile.
 */
public interface Phrase {

    /** In Simplified Chinese. */
    String zh();

    /** In English. */
    String en();

    /** In this language. */
    default String in(Language language) {
        return switch (language) {
            case ZH -> zh();
            case EN -> en();
        };
    }

    /** The words for a code: those of the constant of its name; a code without words stays as it is. */
    static <P extends Enum<P> & Phrase> String ofCode(P[] words, String code, Language language) {
        return Arrays.stream(words)
                .filter(each -> each.name().equals(code))
                .findFirst()
                .map(each -> each.in(language))
                .orElse(code);
    }

    /** In this language, with values for its {@code %s}. */
    default String in(Language language, Object... values) {
        return String.format(in(language), values);
    }
}
