package cn.suinian.gateway.console.route;

import cn.suinian.gateway.console.page.ErrorPage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Does once what is sent twice. A second click gets the answer of the first, also while that is still under way; other
 * content under a number that did something is refused. What was refused or failed may be sent again. A page that tells
 * a secret is kept for half a minute, as long as a second click takes.
 *
 * <p>This is per node and bounded: it spares staff a fright. That nothing is done twice in truth is up to the database.
 */
final class OneTimeActs {

    private static final int MOST = 20_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final Duration TOLD_AGAIN = Duration.ofSeconds(30);

    private final Cache<String, Entry> acts = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Entry>writing((act, entry) -> entry.remembered))
            .build();

    private record Entry(String content, Future<Outcome> outcome, Duration remembered) {}

    /**
     * The outcome of this act.
     *
     * @param act session, route and number of the form
     * @param content a digest of what was sent
     */
    Future<Outcome> once(String act, String content, Supplier<Future<Outcome>> work) {
        Promise<Outcome> promise = Promise.promise();
        Entry mine = new Entry(content, promise.future(), REMEMBERED);
        Entry first = acts.asMap().putIfAbsent(act, mine);
        if (first == null) {
            work.get().onComplete(done -> {
                if (done.failed() || !done.result().done()) {
                    acts.asMap().remove(act, mine);
                } else if (done.result().tells()) {
                    acts.put(act, new Entry(content, mine.outcome, TOLD_AGAIN));
                }
                promise.handle(done);
            });
            return mine.outcome;
        }
        return first.content.equals(content)
                ? first.outcome
                : Future.succeededFuture(Outcome.of(new Answer.Plain(ErrorPage.ALREADY_SENT)));
    }
}
