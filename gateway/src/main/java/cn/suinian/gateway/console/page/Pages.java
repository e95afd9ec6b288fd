package cn.suinian.gateway.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Renders the precompiled templates, and knows which language a reader wants. */
public final class Pages {

    private static final String COOKIE = "lang";
    private static final String PARAMETER = "lang";
    private static final long ONE_YEAR_SECONDS = 365L * 24 * 3600;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;

    public Pages(Assets assets) {
        this.assets = assets;
    }

    /** The frame of a page; remembers the language when the reader just chose one. */
    public Frame frame(RoutingContext request, String path) {
        return new Frame(language(request), path, assets);
    }

    /** The frame when nothing of the request may be relied on. */
    public Frame plainFrame() {
        return new Frame(Language.ZH, "/", assets);
    }

    /** Replies with a template. */
    public void show(RoutingContext request, int status, String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        templates.render(template, values, html);
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store");
        Reply.end(request, Buffer.buffer(html.toString()));
    }

    private static Language language(RoutingContext request) {
        String asked = request.request().getParam(PARAMETER);
        if (asked != null) {
            Language.find(asked).ifPresent(chosen -> remember(request, chosen));
        }
        Cookie kept = request.request().getCookie(COOKIE);
        return Language.find(asked == null ? "" : asked)
                .or(() -> Language.find(kept == null ? "" : kept.getValue()))
                .orElse(Language.ZH);
    }

    private static void remember(RoutingContext request, Language chosen) {
        if (HttpMethod.GET.equals(request.request().method())
                && request.request().getHeader("HX-Request") == null) {
            request.response()
                    .addCookie(Cookie.cookie(COOKIE, chosen.code())
                            .setPath("/")
                            .setMaxAge(ONE_YEAR_SECONDS)
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX));
        }
    }
}
