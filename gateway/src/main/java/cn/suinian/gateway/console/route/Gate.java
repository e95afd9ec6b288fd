package cn.suinian.gateway.console.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.network.IpAddress;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Origin;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.SessionCookie;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.form.BodyReader;
import cn.suinian.gateway.console.form.BodyRefusedException;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.UploadRoom;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.page.Visitor;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides in one place whether a request goes in: whose page made it, whose session it is, how far they have come, what
 * they may do, and whether the form is theirs. The order is that of the questions.
 */
final class Gate {

    private static final String CSRF_FIELD = "csrf";
    private static final String CSRF_HEADER = "X-Csrf";

    /** What one network may be sending without a session at a moment: a form comes within milliseconds, a photo not. */
    private static final int MOST_FORMS_OF_A_NETWORK = 8;

    private static final int MOST_FILES_OF_A_NETWORK = 2;

    private final Entrance entrance;
    private final WorkPool pool;
    private final UploadRoom strangers = UploadRoom.ofStrangers();
    private final UploadRoom strangersForms = UploadRoom.ofStrangersForms();

    Gate(Entrance entrance, WorkPool pool) {
        this.entrance = entrance;
        this.pool = pool;
    }

    /** What the gate says. */
    sealed interface Word {
        /** Come in. */
        record In(Caller caller, @Nullable Admitted admitted, Typed typed) implements Word {}

        /** Not this way; nothing was done. */
        record Out(ErrorPage page) implements Word {}

        /** Sign in first, or further. */
        record SignIn(String path) implements Word {}

        /** Sign in first; what was typed can be kept. */
        record SignInKeeping(Caller caller, Typed typed) implements Word {}

        /** A form of a session that is over; who is signed in now may be the same person. */
        record Stale(Caller caller, Admitted admitted, Typed typed) implements Word {}

        /** Prove first that it is you; what was typed can be kept. */
        record Prove(Caller caller, Admitted admitted, Typed typed) implements Word {}
    }

    Future<Word> ask(ConsoleRoute route, RoutingContext request, UploadRoom.Place place) {
        Caller caller = Caller.of(request.request(), entrance.door().trustedProxies());
        if (route.writes()) {
            if (Origin.of(request.request()) == Origin.FOREIGN) {
                return out(ErrorPage.FOREIGN_FORM);
            }
            Optional<ErrorPage> refused = BodyReader.refused(request.request(), route.limit());
            if (refused.isPresent()) {
                return out(refused.get());
            }
            request.request().pause();
        }
        return session(request, caller)
                .compose(found -> go(new Arrival(route, request, caller, place), found.orElse(null)));
    }

    private Future<Optional<Admitted>> session(RoutingContext request, Caller caller) {
        Optional<String> token = SessionCookie.find(request, caller);
        return token.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : pool.run(() -> entrance.sessions().find(new Sessions.Latchkey(token.get(), caller)))
                        .onSuccess(found -> found.filter(
                                        admitted -> !admitted.cookieToken().equals(token.get()))
                                .ifPresent(admitted -> SessionCookie.put(request, caller, admitted.cookieToken())));
    }

    /** A request at the gate; what it brings is held in its place. */
    private record Arrival(ConsoleRoute route, RoutingContext request, Caller caller, UploadRoom.Place place) {}

    private Future<Word> go(Arrival arrival, @Nullable Admitted admitted) {
        ConsoleRoute route = arrival.route();
        RoutingContext request = arrival.request();
        Caller caller = arrival.caller();
        if (route.access() instanceof Access.Everybody) {
            String token = SessionCookie.door(request, caller);
            Pages.introduce(request, new Visitor(null, "", token, Set.of(), true));
            return read(arrival, admitted, token);
        }
        if (admitted == null) {
            return absent(arrival);
        }
        Session session = admitted.session();
        Pages.introduce(request, session.visitor());
        if (route.access() instanceof Access.OnTheWay way) {
            return way.stage() == session.stage()
                    ? read(arrival, admitted, session.csrfToken())
                    : Future.succeededFuture(new Word.SignIn(session.stage().path()));
        }
        if (!session.complete()) {
            return keeps(arrival)
                    ? absent(arrival)
                    : Future.succeededFuture(new Word.SignIn(session.stage().path()));
        }
        if (route.access() instanceof Access.Staff staff
                && staff.permission() != null
                && !session.actor().may(staff.permission())) {
            return out(ErrorPage.FORBIDDEN);
        }
        Future<Word> word = read(arrival, admitted, session.csrfToken());
        return route.wantsProof() && !entrance.provedRecently(session)
                ? word.map(each -> each instanceof Word.In in ? new Word.Prove(caller, admitted, in.typed()) : each)
                : word;
    }

    private Future<Word> absent(Arrival arrival) {
        ConsoleRoute route = arrival.route();
        RoutingContext request = arrival.request();
        Caller caller = arrival.caller();
        if (keeps(arrival)) {
            String token = SessionCookie.door(request, caller);
            Pages.introduce(request, new Visitor(null, "", token, Set.of(), true));
            return kept(arrival).map(typed -> new Word.SignInKeeping(caller, typed));
        }
        return route.writes() && !isHtmx(request)
                ? out(ErrorPage.SIGNED_OUT)
                : Future.succeededFuture(new Word.SignIn("/sign-in"));
    }

    private Future<Typed> kept(Arrival arrival) {
        return BodyReader.isPlain(arrival.request().request()) ? strangersForm(arrival) : strangersFields(arrival);
    }

    /** A plain form of somebody without a session. However many come slowly, those with one have room. */
    private Future<Typed> strangersForm(Arrival arrival) {
        UploadRoom.Place place = strangersForms.place();
        if (!place.isForNetwork(network(arrival), MOST_FORMS_OF_A_NETWORK)) {
            return Future.failedFuture(new BodyRefusedException(ErrorPage.BUSY));
        }
        return BodyReader.read(arrival.request().request(), arrival.route().limit(), place)
                .onComplete(done -> place.leave());
    }

    private Future<Typed> strangersFields(Arrival arrival) {
        UploadRoom.Place place = strangers.place();
        if (!place.isForNetwork(network(arrival), MOST_FILES_OF_A_NETWORK)) {
            return Future.failedFuture(new BodyRefusedException(ErrorPage.BUSY));
        }
        return BodyReader.readFields(
                        arrival.request().request(), arrival.route().limit(), place)
                .onComplete(done -> place.leave());
    }

    private static String network(Arrival arrival) {
        return IpAddress.networkOf(arrival.caller().address());
    }

    /** Whether what was typed may be shown again: it came from a page of ours, and is no large file. */
    private static boolean keeps(Arrival arrival) {
        HttpServerRequest request = arrival.request().request();
        return isOurs(arrival) && (BodyReader.isPlain(request) || BodyReader.isSmallWithFile(request));
    }

    private static boolean isOurs(Arrival arrival) {
        RoutingContext request = arrival.request();
        return arrival.route().writes() && Origin.of(request.request()) == Origin.OURS && !isHtmx(request);
    }

    private Future<Word> read(Arrival arrival, @Nullable Admitted admitted, String token) {
        ConsoleRoute route = arrival.route();
        RoutingContext request = arrival.request();
        Caller caller = arrival.caller();
        if (!route.writes()) {
            return Future.succeededFuture(new Word.In(caller, admitted, Typed.NOTHING));
        }
        boolean file = !BodyReader.isPlain(request.request());
        if (file
                && (admitted == null
                        || !arrival.place().isFor(admitted.session().staffId()))) {
            return out(admitted == null ? ErrorPage.SIGNED_OUT : ErrorPage.BUSY);
        }
        Future<Typed> body = admitted == null
                ? strangersForm(arrival)
                : BodyReader.read(request.request(), route.limit(), arrival.place());
        return body.map(typed -> {
            String header = request.request().getHeader(CSRF_HEADER);
            String given = header == null ? typed.raw(CSRF_FIELD) : header;
            if (MessageDigest.isEqual(given.getBytes(UTF_8), token.getBytes(UTF_8))) {
                return new Word.In(caller, admitted, typed);
            }
            return admitted != null && route.access() instanceof Access.Staff && isOurs(arrival)
                    ? new Word.Stale(caller, admitted, typed)
                    : new Word.Out(ErrorPage.FOREIGN_FORM);
        });
    }

    static boolean isHtmx(RoutingContext request) {
        return request.request().getHeader("HX-Request") != null;
    }

    private static Future<Word> out(ErrorPage page) {
        return Future.succeededFuture(new Word.Out(page));
    }
}
