package cn.suinian.gateway.terminal.body;

import cn.suinian.gateway.http.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a batch. What is wrong with one tap stays with that tap; what is wrong with the whole refuses all
 * of it before anything is done.
 */
public final class BatchBodyParser {

    /** Most taps in one batch. */
    public static final int MOST_TAPS = 1_000;

    /** One tap of a batch: well-formed, or refused because of a field of its own ("" when it is the tap itself). */
    public record Item(@Nullable TapBody tap, @Nullable Refused refused) {}

    private BatchBodyParser() {}

    private static final ItemList<TapBody> BODY = new ItemList<>("taps", MOST_TAPS, TapBodyParser::read);

    public static List<Item> parse(byte[] body) {
        return BODY.parse(body).stream()
                .map(item -> new Item(item.value(), item.refused()))
                .toList();
    }
}
