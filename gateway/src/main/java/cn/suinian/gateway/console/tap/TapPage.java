package cn.suinian.gateway.console.tap;

import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.explanation.Explanation;
import cn.suinian.core.holder.timeline.TapLooks;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.flags.TapFlags;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.Visit;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlClient;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page of one tap: how it was decided. */
public final class TapPage {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final String PARAMETER = "tapId";
    private static final String MISSING = "tap/missing.jte";

    private final Pages pages;
    private final Explanations explanations;
    private final CircumstanceStore circumstances;
    private final TapFlags flags;
    private final TapLooks looks;

    public TapPage(Pages pages, Explanations explanations, SqlClient database, TapLooks looks) {
        this.pages = pages;
        this.explanations = explanations;
        this.circumstances = new CircumstanceStore(database);
        this.flags = new TapFlags(database);
        this.looks = looks;
    }

    /** The address of a tap's page. */
    public static String path(TapId id) {
        return "/taps/" + id;
    }

    /** The form, and where it leads: on to the page of the tap whose id was typed. */
    public void find(RoutingContext request) {
        if (!request.request().params().contains(PARAMETER)) {
            pages.show(request, OK, "tap/search.jte", Map.of("frame", pages.frame(request, "/taps")));
            return;
        }
        String typed = request.request().getParam(PARAMETER, "");
        Optional<TapId> asked = TapId.parse(typed.strip().toLowerCase(Locale.ROOT));
        if (asked.isEmpty()) {
            refuse(request, BAD_REQUEST, TapText.NO_TAP_ID);
            return;
        }
        request.response()
                .setStatusCode(SEE_OTHER)
                .putHeader("Location", path(asked.get()))
                .end();
    }

    /**
     * The page of the tap that the path names; 404 when there is none. What is read without waiting is read before the
     * desk that records the look runs on its worker.
     */
    public Answer page(Visit visit) {
        Optional<TapId> asked = TapId.parse(visit.path(PARAMETER));
        if (asked.isEmpty()) {
            return missing(visit, TapText.NO_TAP_ID);
        }
        TapId id = asked.get();
        return Answer.later(explanations
                .find(id)
                .compose(found -> found.isEmpty() ? none() : story(id, found.get()))
                .map(story ->
                        later -> story.isEmpty() ? missing(later, TapText.NO_SUCH_TAP) : show(later, id, story.get())));
    }

    private static Future<Optional<TapView.Story>> none() {
        return Future.succeededFuture(Optional.empty());
    }

    private Future<Optional<TapView.Story>> story(TapId id, Explanation explanation) {
        return circumstances
                .find(id)
                .compose(found -> found.isEmpty()
                        ? none()
                        : flags.find(found.get().key())
                                .map(flagged -> Optional.of(
                                        new TapView.Story(explanation, found.get(), flagged.orElse(null)))));
    }

    private Answer show(Visit visit, TapId id, TapView.Story story) throws SQLException {
        boolean person =
                looks.look(visit.actor(), id, story.circumstances().key().holderId());
        boolean flagged = visit.actor().may(Permission.FLAG_VIEW);
        TapView view = new TapView(visit.frame().at(path(id)), story, person, flagged);
        return Answer.page("tap/page.jte", Map.of("view", view));
    }

    private static Answer missing(Visit visit, TapText why) {
        return Answer.page(NOT_FOUND, MISSING, Map.of("frame", visit.frame().at("/"), "why", why));
    }

    /** What was typed is not shown again: it may have been a card number. */
    private void refuse(RoutingContext request, int status, TapText why) {
        Frame frame = pages.frame(request, "/");
        pages.show(request, status, MISSING, Map.of("frame", frame, "why", why));
    }
}
