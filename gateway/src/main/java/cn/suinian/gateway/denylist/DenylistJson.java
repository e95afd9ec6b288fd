package cn.suinian.gateway.denylist;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.denylist.Denylist;
import io.vertx.core.buffer.Buffer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The denylist as JSON. The versions come first, so that a reader with little memory knows what it gets before the
 * cards come; the cards are one long line of numbers between quotes.
 */
final class DenylistJson {

    /** A card number with its quotes and a comma. */
    static final int BYTES_PER_CARD = CardNumber.LENGTH + 3;

    private static final int BYTES_AROUND = 100;

    private DenylistJson() {}

    /** What changed after a version, or the whole list. */
    static Buffer of(Denylist list, @Nullable Long since) {
        long from = since == null ? 0 : since;
        Buffer json = Buffer.buffer(BYTES_AROUND + BYTES_PER_CARD * list.changesSince(from));
        append(json, "{\"version\":" + list.version() + ",\"since\":" + since + ",\"adds\":[");
        list.eachAddedSince(from, new Cards(json));
        append(json, "],\"removes\":[");
        if (since != null) {
            list.eachRemovedSince(from, new Cards(json));
        }
        append(json, "]}");
        return json;
    }

    private static void append(Buffer json, String text) {
        json.appendBytes(text.getBytes(US_ASCII));
    }

    /** Writes card numbers with commas between them. */
    private static final class Cards implements IntConsumer {
        private final Buffer json;
        private boolean some;

        private Cards(Buffer json) {
            this.json = json;
        }

        @Override
        public void accept(int serial) {
            append(json, (some ? ",\"" : "\"") + new CardNumber(serial).digits() + '"');
            some = true;
        }
    }
}
