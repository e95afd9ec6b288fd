package cn.suinian.gateway.console.tap;

import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.explanation.Explanation;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Pages;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** The page of one tap: how it was decided. */
public final class TapPage {

    private static final int OK = 200;

    private final Pages pages;
    private final Explanations explanations;

    public TapPage(Pages pages, Explanations explanations) {
        this.pages = pages;
        this.explanations = explanations;
    }

    /** The address of a tap's page. */
    public static String path(TapId id) {
        return "/taps/" + id;
    }

    /** The page of the tap that the path names; 404 when there is none. */
    public void page(RoutingContext request) {
        Optional<TapId> asked = TapId.parse(request.pathParam("tapId"));
        if (asked.isEmpty()) {
            ErrorPage.NOT_FOUND.show(pages, request);
            return;
        }
        explanations
                .find(asked.get())
                .onSuccess(found -> show(request, asked.get(), found))
                .onFailure(request::fail);
    }

    private void show(RoutingContext request, TapId id, Optional<Explanation> found) {
        if (found.isEmpty()) {
            ErrorPage.NOT_FOUND.show(pages, request);
            return;
        }
        TapView view = new TapView(pages.frame(request, path(id)), found.get());
        pages.show(request, OK, "tap/page.jte", Map.of("view", view));
    }
}
