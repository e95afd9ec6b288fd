package cn.suinian.gateway.terminal.call;

import cn.suinian.core.card.CardDirectory.Ref;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.terminal.body.BatchBodyParser.Item;
import cn.suinian.gateway.terminal.gate.Failures;
import cn.suinian.gateway.terminal.gate.TapMeters;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One batch on its way. First every card is found, then the taps go to their lanes one after the other: a tap whose
 * card takes longer to find does not fall behind a later one of the same holder.
 *
 * <p>A thousand taps keep an event loop for some milliseconds; they go in slices, with room in between for the taps of
 * people who stand before a gate.
 */
public final class TapBatch {

    private static final int SLICE = 64;

    private final TapDesk desk;
    private final TapMeters meters;
    private final Executor later;
    private final long arrivedNanos;
    private final List<Future<SentTap>> taps = new ArrayList<>();
    private final List<Future<Optional<Ref>>> cards = new ArrayList<>();
    private final List<Future<String>> answers = new ArrayList<>();

    /**
     * A batch.
     *
     * @param later runs a task on the batch's own thread, after others that wait for it
     */
    public TapBatch(TapDesk desk, TapMeters meters, Executor later, long arrivedNanos) {
        this.desk = desk;
        this.meters = meters;
        this.later = later;
        this.arrivedNanos = arrivedNanos;
    }

    /** The results as JSON. */
    public Future<String> authorize(Terminal terminal, List<Item> items) {
        for (Item item : items) {
            Future<SentTap> tap = taken(terminal, item);
            taps.add(tap);
            cards.add(tap.compose(desk::findCard));
        }
        Promise<String> results = Promise.promise();
        Future.join(cards).onComplete(found -> later.execute(() -> submit(results)));
        return results.future();
    }

    private Future<SentTap> taken(Terminal terminal, Item item) {
        if (item.refused() != null) {
            return Future.failedFuture(item.refused());
        }
        try {
            return Future.succeededFuture(desk.take(terminal, item.tap()));
        } catch (Refused refused) {
            return Future.failedFuture(refused);
        }
    }

    private void submit(Promise<String> results) {
        int end = Math.min(taps.size(), answers.size() + SLICE);
        while (answers.size() < end) {
            answers.add(answer(answers.size()));
        }
        if (end == taps.size()) {
            Future.join(answers).onComplete(answered -> later.execute(() -> results.complete(json())));
        } else {
            later.execute(() -> submit(results));
        }
    }

    private Future<String> answer(int place) {
        Future<SentTap> tap = taps.get(place);
        return tap.failed()
                ? Future.failedFuture(tap.cause())
                : desk.authorize(tap.result(), cards.get(place), arrivedNanos);
    }

    private String json() {
        StringBuilder json = new StringBuilder(answers.size() * 400).append("{\"results\":[");
        for (int place = 0; place < answers.size(); place++) {
            json.append(place == 0 ? "" : ",");
            Future<String> answer = answers.get(place);
            if (answer.succeeded()) {
                json.append("{\"status\":200,\"answer\":").append(answer.result());
            } else {
                Refused refused = Failures.refusal(answer.cause()).within("taps[" + place + "]");
                meters.problem(refused.code());
                json.append("{\"status\":").append(refused.code().status());
                json.append(",\"problem\":").append(refused.json());
            }
            json.append('}');
        }
        return json.append("]}").toString();
    }
}
