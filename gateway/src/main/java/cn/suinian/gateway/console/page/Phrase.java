package cn.suinian.gateway.console.page;

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

    /** In this language, with values for its {@code %s}. */
    default String in(Language language, Object... values) {
        return String.format(in(language), values);
    }
}
