package cn.suinian.gateway.console.day.seal;

import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.OpenReply;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.http.FailureLog;
import cn.suinian.gateway.http.guard.TokenBucket;
import cn.suinian.settlement.seal.DaySeal;
import cn.suinian.settlement.seal.publication.Publication;
import cn.suinian.settlement.seal.publication.Publishing;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** What is published of a day, for the whole world: as a page, as the JSON that was signed, and the sealed text. */
public final class PublishedPages {

    static final String SEAL = ".seal";

    static final String LIST = "/published";

    private static final String JSON = ".json";
    private static final int ON_A_PAGE = 62;

    /** Later than any day. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

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
    private final Cache<LocalDate, Published> kept =
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
        return LIST + "/" + day;
    }

    /** A publication with the seal that it names. */
    private record Published(Publication publication, DaySeal seal) {}

    /** The days, and one of them: its other addresses are the page's with an ending. */
    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.open(LIST, this::list), ConsoleRoute.open(LIST + "/:day", this::answer));
    }

    private boolean tooOften(RoutingContext request) {
        String address = Caller.of(request.request(), proxies).address();
        TokenBucket bucket = addresses.get(address, any -> new TokenBucket(PER_SECOND, AT_ONCE, System.nanoTime()));
        if (bucket.take(System.nanoTime()) > 0) {
            request.response().putHeader("Retry-After", "1");
            plain(request, TOO_MANY, SealText.TOO_OFTEN);
            return true;
        }
        return false;
    }

    /** Which days there are, the latest first, some two months on a page. */
    private void list(RoutingContext request) {
        if (tooOften(request)) {
            return;
        }
        String asked = request.request().getParam("before");
        LocalDate before = DayPath.parse(asked == null ? "" : asked).orElse(NEVER);
        listed(before).onComplete(found -> {
            if (found.failed()) {
                FailureLog.record("GET /published", found.cause());
                plain(request, BUSY, SealText.TOO_OFTEN);
                return;
            }
            Frame frame = pages.openFrame(request, LIST);
            PublishedDays days = new PublishedDays(frame, found.result(), ON_A_PAGE, !before.equals(NEVER));
            String html = pages.render("day/seal/days.jte", Map.of("view", days));
            OpenReply.send(request, "text/html; charset=utf-8", Buffer.buffer(html));
        });
    }

    private Future<List<LocalDate>> listed(LocalDate before) {
        if (!reading.tryAcquire()) {
            return Future.failedFuture("too many read at once");
        }
        return vertx.executeBlocking(() -> publishing.listPublished(before, ON_A_PAGE + 1), false)
                .onComplete(done -> reading.release());
    }

    private void answer(RoutingContext request) {
        if (tooOften(request)) {
            return;
        }
        String asked = request.pathParam("day");
        String ending =
                Stream.of(JSON, SEAL).filter(asked::endsWith).findFirst().orElse("");
        Optional<LocalDate> day = DayPath.parse(asked.substring(0, asked.length() - ending.length()));
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
            } else {
                send(request, ending, found.result().get());
            }
        });
    }

    private void send(RoutingContext request, String ending, Published published) {
        switch (ending) {
            case JSON -> json(request, published.publication());
            case SEAL -> seal(request, published.seal());
            default -> page(request, published);
        }
    }

    private Future<Optional<Published>> find(LocalDate day) {
        Published known = kept.getIfPresent(day);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        if (!reading.tryAcquire()) {
            return Future.failedFuture("too many read at once");
        }
        return vertx.executeBlocking(() -> read(day), false)
                .onComplete(done -> reading.release())
                .onSuccess(found -> found.ifPresent(published -> kept.put(day, published)));
    }

    private Optional<Published> read(LocalDate day) throws SQLException {
        Optional<Publication> publication = publishing.find(day);
        Optional<DaySeal> seal = publication.isPresent() ? publishing.findSeal(day) : Optional.empty();
        return seal.map(found -> new Published(publication.orElseThrow(), found));
    }

    /** To the byte what was hashed and signed. */
    private static void seal(RoutingContext request, DaySeal seal) {
        request.response()
                .putHeader("Suinian-Signature", seal.signature().hex())
                .putHeader(
                        "Suinian-Key-Version", Integer.toString(seal.signature().keyVersion()));
        OpenReply.send(request, "text/plain; charset=utf-8", Buffer.buffer(seal.text()));
    }

    private static void json(RoutingContext request, Publication publication) {
        request.response()
                .putHeader("Suinian-Signature", publication.signature().hex())
                .putHeader(
                        "Suinian-Key-Version",
                        Integer.toString(publication.signature().keyVersion()));
        OpenReply.send(request, "application/json; charset=utf-8", Buffer.buffer(publication.content()));
    }

    private void page(RoutingContext request, Published published) {
        Frame frame = pages.openFrame(request, path(published.publication().day()));
        PublishedView view = new PublishedView(frame, published.publication(), published.seal());
        String html = pages.render("day/seal/published.jte", Map.of("view", view));
        OpenReply.send(request, "text/html; charset=utf-8", Buffer.buffer(html));
    }

    private void plain(RoutingContext request, int status, SealText why) {
        Frame frame = pages.openFrame(request, request.request().path());
        pages.show(request, status, "day/seal/none.jte", Map.of("frame", frame, "why", why));
    }
}
