package cn.suinian.gateway.console.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.ConsoleDoor;
import cn.suinian.gateway.console.access.LocalPath;
import cn.suinian.gateway.console.access.SessionCookie;
import cn.suinian.gateway.console.form.BodyRefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.http.FailureLog;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Sends what came of a request. */
final class Replies {

    private static final int NO_ERROR = 0;
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;
    private static final int LINGER_MILLIS = 1_000;

    private final Pages pages;
    private final ConsoleDoor door;
    private final WorkPool streams;

    Replies(Pages pages, ConsoleDoor door, WorkPool streams) {
        this.pages = pages;
        this.door = door;
        this.streams = streams;
    }

    void send(RoutingContext request, ConsoleRoute route, Outcome outcome) {
        if (outcome.holdBack().isZero()) {
            sendNow(request, route, outcome);
        } else {
            request.vertx()
                    .timer(outcome.holdBack().toMillis() + 1, TimeUnit.MILLISECONDS)
                    .onComplete(passed -> sendNow(request, route, outcome));
        }
    }

    private void sendNow(RoutingContext request, ConsoleRoute route, Outcome outcome) {
        if (request.response().closed()) {
            return;
        }
        Caller caller = Caller.of(request.request(), door.trustedProxies());
        if (outcome.signedOut()) {
            SessionCookie.remove(request, caller);
        }
        if (outcome.trip() != null) {
            SessionCookie.putTrip(request, caller, outcome.trip());
        }
        if (outcome.admitted() != null) {
            SessionCookie.put(request, caller, outcome.admitted().cookieToken());
            Pages.introduce(request, outcome.admitted().session().visitor());
        }
        Answer answer = outcome.answer();
        if (answer instanceof Answer.Page page) {
            pages.show(request, page.status(), Objects.requireNonNull(outcome.html()));
        } else if (answer instanceof Answer.Onward onward) {
            if (onward.flash() != null) {
                pages.say(request, onward.flash());
            }
            lead(request, onward.path());
        } else if (answer instanceof Answer.Away away) {
            lead(request, away.address());
        } else if (answer instanceof Answer.Download download) {
            keep(request, download);
        } else if (answer instanceof Answer.Picture picture) {
            request.response()
                    .putHeader("Content-Type", picture.contentType())
                    .putHeader("Content-Disposition", "inline")
                    .end(picture.content());
        } else if (answer instanceof Answer.Telling) {
            pages.show(request, OK, Objects.requireNonNull(outcome.html()));
        } else if (answer instanceof Answer.Streamed streamed) {
            stream(request, route, streamed);
        } else if (answer instanceof Answer.Plain plain) {
            plain.page().show(pages, request);
        }
    }

    /** On to signing in, and back here afterwards. */
    void signIn(RoutingContext request, String path) {
        boolean htmx = Gate.isHtmx(request);
        String here = htmx
                ? LocalPath.ofAddress(request.request().getHeader("HX-Current-URL"))
                        .orElse("/")
                : LocalPath.of(request.request().uri()).orElse("/");
        String target = here.equals("/") ? path : path + "?next=" + URLEncoder.encode(here, UTF_8);
        if (htmx) {
            request.response()
                    .setStatusCode(UNAUTHORIZED)
                    .putHeader("HX-Redirect", target)
                    .end();
        } else {
            lead(request, target);
        }
    }

    void out(RoutingContext request, ErrorPage page) {
        HttpServerResponse response = request.response();
        // A connection of HTTP/2 has other people's requests on it; an unread one there holds up nobody.
        boolean unread = !request.request().isEnded() && request.request().version() != HttpVersion.HTTP_2;
        if (unread) {
            response.putHeader("Connection", "close");
        }
        page.show(pages, request);
        if (unread) {
            // A moment, so that the browser reads the answer before the connection is gone.
            request.vertx().timer(LINGER_MILLIS, TimeUnit.MILLISECONDS).onComplete(passed -> stopReading(request));
        }
    }

    /** Of a connection that other requests share, only this one ends. */
    private static void stopReading(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
        } else {
            request.request().connection().close();
        }
    }

    void failed(RoutingContext request, ConsoleRoute route, Throwable failure) {
        if (failure instanceof BodyRefusedException refused) {
            out(request, refused.page());
        } else if (failure instanceof WorkPool.BusyException) {
            out(request, ErrorPage.BUSY);
        } else {
            String reference = FailureLog.record(route, failure);
            if (request.response().headWritten()) {
                request.response().reset();
            } else {
                ErrorPage.OUR_FAULT.show(pages, request, reference);
            }
        }
    }

    private static void lead(RoutingContext request, String path) {
        request.response().setStatusCode(SEE_OTHER).putHeader("Location", path).end();
    }

    private static void keep(RoutingContext request, Answer.Download download) {
        head(request.response(), download.fileName(), download.contentType()).end(download.content());
    }

    /** Says that a file comes, and what it is called. */
    static HttpServerResponse head(HttpServerResponse response, String fileName, String contentType) {
        String name = URLEncoder.encode(fileName, UTF_8).replace("+", "%20");
        return response.putHeader("Content-Type", contentType)
                .putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    }

    private void stream(RoutingContext request, ConsoleRoute route, Answer.Streamed file) {
        HttpServerResponse response = request.response();
        Context here = request.vertx().getOrCreateContext();
        ResponseText out = new ResponseText(here, () -> {
            if (!response.headWritten()) {
                head(response, file.fileName(), file.contentType()).setChunked(true);
            }
            return response;
        });
        streams.run(() -> {
                    file.text().writeTo(out);
                    out.end();
                    return null;
                })
                .onFailure(failure -> here.runOnContext(now -> breakOff(request, route, failure)));
    }

    private void breakOff(RoutingContext request, ConsoleRoute route, Throwable failure) {
        if (request.response().closed()) {
            return;
        }
        if (!request.response().headWritten()) {
            failed(request, route, failure);
        } else {
            FailureLog.record(route, failure);
            request.response().reset();
        }
    }
}
