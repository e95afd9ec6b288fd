package cn.suinian.gateway.console.page;

/**
 * A message for the next page, once: what an act did.
 *
 * @param text in the reader's language; a few hundred characters at most, and nothing personal in full
 */
public record Flash(Kind kind, String text) {

    /** What sort of message. */
    public enum Kind {
        DONE,
        NOTE,
        WARNING
    }

    /** An act that was done. */
    public static Flash done(String text) {
        return new Flash(Kind.DONE, text);
    }

    /** Something to know. */
    public static Flash note(String text) {
        return new Flash(Kind.NOTE, text);
    }

    /** Something to be careful of. */
    public static Flash warning(String text) {
        return new Flash(Kind.WARNING, text);
    }
}
