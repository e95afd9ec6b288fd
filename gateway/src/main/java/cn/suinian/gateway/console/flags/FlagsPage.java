package cn.suinian.gateway.console.flags;

import cn.suinian.gateway.console.page.Pages;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of risk flags. */
public final class FlagsPage {

    private static final Logger LOG = LoggerFactory.getLogger(FlagsPage.class);
    private static final int PER_PAGE = 50;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    private final Pages pages;
    private final FlagStore store;

    public FlagsPage(Pages pages, SqlClient database) {
        this.pages = pages;
        this.store = new FlagStore(database);
    }

    /** Flags of {@code ?kind=} and {@code ?day=}, older than {@code ?before=}. */
    public void page(RoutingContext request) {
        FlagFilter filter;
        try {
            filter = FlagFilter.of(request.request().params());
        } catch (FlagFilter.Wrong wrong) {
            show(request, BAD_REQUEST, FlagsView.refusing(pages.frame(request, FlagFilter.ANY.path()), wrong.says()));
            return;
        }
        store.list(filter, PER_PAGE + 1)
                .onSuccess(found -> show(request, OK, filter, found))
                .onFailure(failure -> {
                    LOG.warn("the flags could not be read: {}", failure.getMessage());
                    show(request, UNAVAILABLE, filter, null);
                });
    }

    private void show(RoutingContext request, int status, FlagFilter filter, @Nullable List<StoredFlag> found) {
        show(request, status, new FlagsView(pages.frame(request, filter.path()), filter, found, PER_PAGE));
    }

    private void show(RoutingContext request, int status, FlagsView view) {
        try {
            pages.show(request, status, "flags/page.jte", Map.of("view", view));
        } catch (RuntimeException failure) {
            request.fail(failure);
        }
    }
}
