package cn.suinian.gateway.console.route;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.Kept;
import cn.suinian.gateway.console.access.KeptForms;
import cn.suinian.gateway.console.access.LocalPath;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.SessionCookie;
import cn.suinian.gateway.console.form.BodyReader;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.UnfitFormException;
import cn.suinian.gateway.console.form.UploadRoom;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.FrameText;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.page.WayBack;
import cn.suinian.gateway.http.FailureLog;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every route of the console, and what happens between a request and its page. */
public final class ConsoleRoutes {

    private static final int UNPROCESSABLE = 422;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int CONFLICT = 409;
    private static final String ACT = "act";

    /** Where somebody is asked for their password before something dangerous. */
    public static final String PROVE = "/account/prove";

    private final Vertx vertx;
    private final Pages pages;
    private final List<ConsoleRoute> table;
    private final WorkPool pool;
    private final PasswordPlaces passwords;
    private final FileReplies files;
    private final Gate gate;
    private final Replies replies;
    private final OneTimeActs acts = new OneTimeActs();
    private final UploadRoom room;
    private final UploadRoom plainForms = UploadRoom.ofPlainForms();
    private final Interruptions interruptions;
    private final KeptForms keptForms;
    private final Set<String> looked;

    /**
     * The routes of one console.
     *
     * @param table every one of them, each once
     */
    public ConsoleRoutes(
            Vertx vertx, Pages pages, Entrance entrance, List<ConsoleRoute> table, Interruptions interruptions) {
        this.vertx = vertx;
        this.pages = pages;
        this.table = List.copyOf(table);
        this.pool = WorkPool.ofPages(vertx);
        this.passwords = new PasswordPlaces(vertx);
        this.files = new FileReplies(WorkPool.ofFiles(vertx));
        this.gate = new Gate(entrance, pool);
        this.replies = new Replies(pages, entrance.door(), WorkPool.ofStreams(vertx));
        this.interruptions = interruptions;
        this.keptForms = entrance.kept();
        this.looked = table.stream()
                .filter(route -> !route.writes())
                .map(ConsoleRoute::path)
                .collect(Collectors.toUnmodifiableSet());
        this.room = UploadRoom.ofHeap(
                table.stream().mapToLong(route -> route.limit().bytes()).max().orElse(0));
        requireEachOnce(this.table);
    }

    /** Every route. */
    public List<ConsoleRoute> table() {
        return table;
    }

    /** Lets the router know every route. */
    public void mount(Router router) {
        for (ConsoleRoute each : table) {
            Route route = router.route(each.method(), each.path());
            if (each.method().equals(HttpMethod.GET)) {
                route.method(HttpMethod.HEAD);
            }
            route.handler(request -> enter(each, request));
        }
    }

    /** The page for what went wrong outside a desk, under a number that is in the log too. */
    public void fail(RoutingContext request) {
        Route route = request.currentRoute();
        String where = route == null ? "a request" : request.request().method() + " " + route.getPath();
        ErrorPage.OUR_FAULT.show(pages, request, FailureLog.record(where, request.failure()));
    }

    private void enter(ConsoleRoute route, RoutingContext request) {
        if (route.access() instanceof Access.Open && route.live() != null) {
            route.live().handle(request);
            return;
        }
        if (route.writes()) {
            int most = route.limit().mostFileBytes();
            LocalPath.of(request.request().uri())
                    .ifPresent(
                            here -> WayBack.of(route.path(), here, looked, most).keep(request));
        }
        Context here = vertx.getOrCreateContext();
        UploadRoom.Place place = (BodyReader.isPlain(request.request()) ? plainForms : room).place();
        gate.ask(route, request, place)
                .onComplete(asked -> here.runOnContext(now -> {
                    if (asked.succeeded() && asked.result() instanceof Gate.Word.In in) {
                        admit(route, request, in, here).onComplete(done -> place.leave());
                        return;
                    }
                    place.leave();
                    if (asked.failed()) {
                        replies.failed(request, route, asked.cause());
                    } else {
                        outside(route, request, asked.result());
                    }
                }));
    }

    private void outside(ConsoleRoute route, RoutingContext request, Gate.Word word) {
        if (word instanceof Gate.Word.Out out) {
            replies.out(request, out.page());
        } else if (word instanceof Gate.Word.SignIn signIn) {
            replies.signIn(request, signIn.path());
        } else if (word instanceof Gate.Word.SignInKeeping keeping) {
            Visit visit = visit(request, new Gate.Word.In(keeping.caller(), null, keeping.typed()));
            interrupt(request, interruptions.signInAgain(visit, kept(route, request, keeping.typed())));
        } else if (word instanceof Gate.Word.Stale stale) {
            Visit visit = visit(request, new Gate.Word.In(stale.caller(), stale.admitted(), stale.typed()));
            Kept kept = kept(route, request, stale.typed());
            if (kept != null && kept.isOf(visit.session())) {
                Answer.Page page = interruptions.sendOn(visit, kept);
                pages.show(request, CONFLICT, page.template(), page.values());
            } else {
                replies.out(request, ErrorPage.FOREIGN_FORM);
            }
        } else if (word instanceof Gate.Word.Prove prove) {
            Visit visit = visit(request, new Gate.Word.In(prove.caller(), prove.admitted(), prove.typed()));
            if (request.request().method().equals(HttpMethod.POST)) {
                interrupt(request, interruptions.proveAgain(visit, kept(route, request, prove.typed())));
            } else {
                replies.signIn(request, PROVE);
            }
        }
    }

    private void interrupt(RoutingContext request, Answer.Page page) {
        pages.show(request, UNAUTHORIZED, page.template(), page.values());
    }

    private @Nullable Kept kept(ConsoleRoute route, RoutingContext request, Typed typed) {
        return route.decides()
                ? null
                : keptForms
                        .ofForm(request.request().path(), typed, route.wantsProof())
                        .orElse(null);
    }

    /** Whatever fails on the way in is answered too, and nobody's place stays taken. */
    private Future<?> admit(ConsoleRoute route, RoutingContext request, Gate.Word.In in, Context here) {
        try {
            return inside(route, request, in, here);
        } catch (RuntimeException failure) {
            replies.failed(request, route, failure);
            return Future.failedFuture(failure);
        }
    }

    /** Ends when what was typed is done with. */
    private Future<?> inside(ConsoleRoute route, RoutingContext request, Gate.Word.In in, Context here) {
        if (route.live() != null) {
            route.live().handle(request);
            return Future.succeededFuture();
        }
        if (route.writes() && in.admitted() != null && in.typed().text(ACT).isEmpty()) {
            replies.out(request, ErrorPage.BAD_REQUEST);
            return Future.succeededFuture();
        }
        Visit visit = visit(request, in);
        Future<Outcome> outcome = route.writes() && in.admitted() != null
                ? once(name(route, request, in.admitted().session(), in.typed()), route, visit)
                : work(route, visit);
        return outcome.onComplete(done -> here.runOnContext(now -> {
            if (done.failed()) {
                replies.failed(request, route, done.cause());
            } else if (done.result().answer() instanceof Answer.Stream file) {
                stream(route, visit, request, file);
            } else {
                replies.send(request, route, done.result());
            }
        }));
    }

    private Future<Outcome> once(String act, ConsoleRoute route, Visit visit) {
        Typed typed = visit.typed();
        return typed.hasFiles()
                ? pool.run(typed::digest).compose(digest -> acts.once(act, digest, () -> work(route, visit)))
                : acts.once(act, typed.digest(), () -> work(route, visit));
    }

    private void stream(ConsoleRoute route, Visit visit, RoutingContext request, Answer.Stream file) {
        if (!file.begun().compareAndSet(false, true)) {
            replies.out(request, ErrorPage.ALREADY_SENT);
            return;
        }
        files.send(request, file)
                .recover(failure -> failure instanceof RefusedException refused
                        ? pool.run(() -> Outcome.of(again(route, visit, Problems.of(refused)), visit, pages))
                                .onSuccess(outcome -> replies.send(request, route, outcome))
                                .mapEmpty()
                        : Future.failedFuture(failure))
                .onFailure(failure -> replies.failed(request, route, failure));
    }

    private static String name(ConsoleRoute route, RoutingContext request, Session session, Typed typed) {
        return session.sessionId() + " " + route.method() + " "
                + request.request().path() + " " + typed.text(ACT);
    }

    private Future<Outcome> work(ConsoleRoute route, Visit visit) {
        return route.hashes()
                ? work(work -> passwords.run(visit, work), route, route.desk(), visit)
                        .recover(failure -> tooMany(route, visit, failure))
                : work(pool::run, route, route.desk(), visit);
    }

    private Future<Outcome> tooMany(ConsoleRoute route, Visit visit, Throwable failure) {
        if (!(failure instanceof WorkPool.BusyException)) {
            return Future.failedFuture(failure);
        }
        boolean network = failure instanceof PasswordPlaces.NetworkBusyException;
        FrameText why = network ? FrameText.PASSWORDS_OF_NETWORK : FrameText.PASSWORDS_BUSY;
        int status = network ? TOO_MANY : UNAVAILABLE;
        return pool.run(() -> Outcome.of(again(route, visit, Problems.NONE.and(null, why), status), visit, pages));
    }

    private Future<Outcome> work(
            Function<Callable<Outcome>, Future<Outcome>> on, ConsoleRoute route, Desk desk, Visit visit) {
        return on.apply(() -> Outcome.of(answer(route, desk, visit), visit, pages))
                .compose(outcome -> outcome.answer() instanceof Answer.Later later
                        ? later.next().compose(next -> work(on, route, next, visit))
                        : Future.succeededFuture(outcome));
    }

    private static Answer answer(ConsoleRoute route, Desk desk, Visit visit) throws Exception {
        try {
            Answer given = desk.answer(visit);
            return given instanceof Answer.Plain plain && plain.page() == ErrorPage.CHANGED_MEANWHILE
                    ? changed(route, visit, plain)
                    : given;
        } catch (RefusedException refused) {
            return again(route, visit, Problems.of(refused));
        } catch (UnfitFormException unfit) {
            return again(route, visit, unfit.problems());
        }
    }

    /** The form as it is now, with the reason that was typed; where there is none any more, the page that says so. */
    private static Answer changed(ConsoleRoute route, Visit visit, Answer.Plain said) throws Exception {
        Desk.Form form = route.form();
        Optional<Visit> anew = form == null ? Optional.empty() : visit.anew();
        if (anew.isEmpty()) {
            return said;
        }
        try {
            Answer shown = form.show(anew.get(), Problems.NONE.and(null, FrameText.CHANGED_KEPT));
            return shown instanceof Answer.Page page ? Answer.page(CONFLICT, page.template(), page.values()) : said;
        } catch (RefusedException | UnfitFormException none) {
            return said;
        }
    }

    private static Answer again(ConsoleRoute route, Visit visit, Problems problems) throws Exception {
        return again(route, visit, problems, UNPROCESSABLE);
    }

    private static Answer again(ConsoleRoute route, Visit visit, Problems problems, int status) throws Exception {
        if (route.form() == null) {
            return Answer.page(status, "refused.jte", Map.of("form", visit.form(problems)));
        }
        Answer shown = route.form().show(visit, problems);
        return shown instanceof Answer.Page page ? Answer.page(status, page.template(), page.values()) : shown;
    }

    private Visit visit(RoutingContext request, Gate.Word.In in) {
        Map<String, String> query = new TreeMap<>();
        request.queryParams().forEach(query::putIfAbsent);
        Map<String, String> parameters = new HashMap<>(request.pathParams());
        String origin = (in.caller().secure() ? "https://" : "http://")
                + request.request().authority();
        return new Visit(new Visit.Facts(
                in.caller(),
                in.admitted(),
                new Visit.Asked(
                        origin,
                        parameters,
                        query,
                        SessionCookie.trip(request, in.caller()).orElse("")),
                in.typed(),
                () -> frame(request, query)));
    }

    /**
     * The address of a page without the language that its switch adds. What answers a post that is no page itself has
     * the address of the page that its form was on, or of the home page.
     */
    private Frame frame(RoutingContext request, Map<String, String> query) {
        Route route = request.currentRoute();
        if (route != null && !looked.contains(route.getPath())) {
            return pages.frame(
                    request,
                    LocalPath.ofAddress(request.request().getHeader("Referer"))
                            .map(from -> from.contains("lang=") ? from.replaceFirst("\\?.*", "") : from)
                            .orElse("/"));
        }
        String uri = request.request().uri();
        boolean plain = query.isEmpty() || query.containsKey("lang");
        return pages.frame(request, plain ? request.request().path() : uri);
    }

    private static void requireEachOnce(List<ConsoleRoute> table) {
        Set<String> seen = new HashSet<>();
        for (ConsoleRoute each : table) {
            if (!seen.add(each.toString())) {
                throw new IllegalArgumentException(each + " is in the table twice");
            }
        }
    }
}
