package cn.suinian.gateway.console.payout.word;

import org.jspecify.annotations.Nullable;

/**
 * Some words, and where they lead.
 *
 * @param path null: nowhere
 */
public record Link(String text, @Nullable String path) {

    /** Words that lead nowhere. */
    public static Link of(String text) {
        return new Link(text, null);
    }
}
