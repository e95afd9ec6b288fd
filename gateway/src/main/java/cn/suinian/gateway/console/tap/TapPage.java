package cn.suinian.gateway.console.tap;

import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.explanation.Explanation;
import cn.suinian.gateway.console.flags.TapFlags;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Pages;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlClient;
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

    private final Pages pages;
    private final Explanations explanations;
    private final CircumstanceStore circumstances;
    private final TapFlags flags;

    public TapPage(Pages pages, Explanations explanations, SqlClient database) {
        this.pages = pages;
        this.explanations = explanations;
        this.circumstances = new CircumstanceStore(database);
        this.flags = new TapFlags(database);
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

    /** The page of the tap that the path names; 404 when there is none. */
    public void page(RoutingContext request) {
        Optional<TapId> asked = TapId.parse(request.pathParam("tapId"));
        if (asked.isEmpty()) {
            refuse(request, NOT_FOUND, TapText.NO_TAP_ID);
            return;
        }
        TapId id = asked.get();
        explanations
                .find(id)
                .compose(found -> found.isEmpty() ? none() : story(id, found.get()))
                .onSuccess(story -> show(request, id, story))
                .onFailure(request::fail);
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

    private void show(RoutingContext request, TapId id, Optional<TapView.Story> found) {
        if (found.isEmpty()) {
            refuse(request, NOT_FOUND, TapText.NO_SUCH_TAP);
            return;
        }
        TapView view = new TapView(pages.frame(request, path(id)), found.get());
        pages.show(request, OK, "tap/page.jte", Map.of("view", view));
    }

    /** What was typed is not shown again: it may have been a card number. */
    private void refuse(RoutingContext request, int status, TapText why) {
        Frame frame = pages.frame(request, "/");
        pages.show(request, status, "tap/missing.jte", Map.of("frame", frame, "why", why));
    }
}
