package cn.suinian.gateway.console.day.seal;

import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.OpenReply;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.http.FailureLog;
import cn.suinian.gateway.http.guard.TokenBucket;
import cn.suinian.settlement.seal.publication.Publication;
import cn.suinian.settlement.seal.publication.Publishing;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** What is published of a day, for the whole world: as a page, and as the JSON that was signed. */
public final class PublishedPages {

    private static final String JSON = ".json";
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    /** For each address and node; a reader of pages needs one. */
    private static final int PER_SECOND = 5;

    private static final int AT_ONCE = 40;
    private static final int MOST_ADDRESSES = 10_000;

    /** Documents of some ten kilobytes. */
    private static final int MOST_KEPT = 64;

    /** At most two requests of strangers wait for the database at a time. */
    private static final int READING = 2;

    private final Publishing publishing;
    private final Vertx vertx;
    private final Pages pages;
    private final Set<String> proxies;
    private final Semaphore reading = new Semaphore(READING);
    private final Cache<LocalDate, Publication> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final Cache<String, TokenBucket> addresses = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /**
     * Published days of this house.
     *
     * @param proxies addresses whose word on where a request comes from is believed
     */
    public PublishedPages(Publishing publishing, Vertx vertx, Pages pages, Set<String> proxies) {
        this.publishing = publishing;
        this.vertx = vertx;
        this.pages = pages;
        this.proxies = Set.copyOf(proxies);
    }

    /** Where a day's totals are. */
    static String path(LocalDate day) {
        return "/published/" + day;
    }

    /** One route: the JSON's address is the page's with an ending. */
    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.open("/published/:day", this::answer));
    }

    private void answer(RoutingContext request) {
        String address = Caller.of(request.request(), proxies).address();
        TokenBucket bucket = addresses.get(address, any -> new TokenBucket(PER_SECOND, AT_ONCE, System.nanoTime()));
        if (bucket.take(System.nanoTime()) > 0) {
            request.response().putHeader("Retry-After", "1");
            plain(request, TOO_MANY, SealText.TOO_OFTEN);
            return;
        }
        String asked = request.pathParam("day");
        boolean json = asked.endsWith(JSON);
        Optional<LocalDate> day = DayPath.parse(json ? asked.substring(0, asked.length() - JSON.length()) : asked);
        if (day.isEmpty()) {
            plain(request, NOT_FOUND, SealText.NOT_PUBLISHED);
            return;
        }
        find(day.get()).onComplete(found -> {
            if (found.failed()) {
                FailureLog.record("GET /published/:day", found.cause());
                plain(request, BUSY, SealText.TOO_OFTEN);
            } else if (found.result().isEmpty()) {
                plain(request, NOT_FOUND, SealText.NOT_PUBLISHED);
            } else if (json) {
                json(request, found.result().get());
            } else {
                page(request, found.result().get());
            }
        });
    }

    private Future<Optional<Publication>> find(LocalDate day) {
        Publication known = kept.getIfPresent(day);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        if (!reading.tryAcquire()) {
            return Future.failedFuture("too many read at once");
        }
        return vertx.executeBlocking(() -> publishing.find(day), false)
                .onComplete(done -> reading.release())
                .onSuccess(found -> found.ifPresent(publication -> kept.put(day, publication)));
    }

    private static void json(RoutingContext request, Publication publication) {
        request.response()
                .putHeader("Suinian-Signature", publication.signature().hex())
                .putHeader(
                        "Suinian-Key-Version",
                        Integer.toString(publication.signature().keyVersion()));
        OpenReply.send(request, "application/json; charset=utf-8", Buffer.buffer(publication.content()));
    }

    private void page(RoutingContext request, Publication publication) {
        Frame frame = pages.openFrame(request, path(publication.day()));
        String html = pages.render("day/seal/published.jte", Map.of("view", new PublishedView(frame, publication)));
        OpenReply.send(request, "text/html; charset=utf-8", Buffer.buffer(html));
    }

    private void plain(RoutingContext request, int status, SealText why) {
        Frame frame = pages.openFrame(request, request.request().path());
        pages.show(request, status, "day/seal/none.jte", Map.of("frame", frame, "why", why));
    }
}
