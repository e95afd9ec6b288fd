package cn.suinian.gateway.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Renders the precompiled templates, and knows who reads them and in which language. */
public final class Pages {

    private static final String COOKIE = "lang";
    private static final String PARAMETER = "lang";
    private static final long ONE_YEAR_SECONDS = 365L * 24 * 3600;
    private static final String VISITOR = Visitor.class.getName();
    private static final String SECURE = Pages.class.getName() + ".secure";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;
    private final HouseKey key;
    private final List<Section> sections;

    /**
     * Pages of one console.
     *
     * @param key for check values on what browsers carry
     * @param sections all its parts; each visitor is led to those that are for them
     */
    public Pages(Assets assets, HouseKey key, List<Section> sections) {
        this.assets = assets;
        this.key = key;
        this.sections = List.copyOf(sections);
    }

    /** Says whether nobody on the way can read it; then no cookie goes another way either. */
    public static void arrived(RoutingContext request, boolean secure) {
        request.put(SECURE, secure);
    }

    static boolean isSecure(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(SECURE));
    }

    /** Says who looks at what this request asks for. */
    public static void introduce(RoutingContext request, Visitor visitor) {
        request.put(VISITOR, visitor);
    }

    /** The frame of a page; remembers the language when the reader just chose one, and takes what is to be said. */
    public Frame frame(RoutingContext request, String path) {
        Visitor visitor = visitor(request);
        List<Flash> flashes = isWholePage(request)
                ? FlashCookie.take(request, visitor.csrfToken()).map(List::of).orElse(List.of())
                : List.of();
        return new Frame(language(request), path, assets, key, visitor, sectionsFor(visitor), flashes);
    }

    /** The frame when nothing of the request may be relied on. */
    public Frame plainFrame() {
        return new Frame(Language.ZH, "/", assets, key, Visitor.NOBODY, List.of(), List.of());
    }

    /** Keeps a message for the next whole page that this visitor sees. */
    public void say(RoutingContext request, Flash flash) {
        FlashCookie.put(request, visitor(request).csrfToken(), flash);
    }

    /** The frame of a page for the whole world: in the language of its address, and of nobody. */
    public Frame openFrame(RoutingContext request, String path) {
        String asked = request.request().getParam(PARAMETER);
        Language language = Language.find(asked == null ? "" : asked).orElse(Language.ZH);
        return new Frame(language, path, assets, key, Visitor.NOBODY, List.of(), List.of());
    }

    /** The HTML of a template. */
    public String render(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        templates.render(template, values, html);
        return html.toString();
    }

    /** Replies with a template. */
    public void show(RoutingContext request, int status, String template, Map<String, Object> values) {
        show(request, status, render(template, values));
    }

    /** Replies with HTML that was rendered before. */
    public void show(RoutingContext request, int status, String html) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store");
        Reply.end(request, Buffer.buffer(html));
    }

    private List<Section> sectionsFor(Visitor visitor) {
        return sections.stream()
                .filter(section -> section.permissions().stream().anyMatch(visitor::may))
                .toList();
    }

    private static Visitor visitor(RoutingContext request) {
        Visitor known = request.get(VISITOR);
        return known == null ? Visitor.NOBODY : known;
    }

    private static boolean isWholePage(RoutingContext request) {
        return HttpMethod.GET.equals(request.request().method())
                && request.request().getHeader("HX-Request") == null;
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
        if (isWholePage(request)) {
            request.response()
                    .addCookie(Cookie.cookie(COOKIE, chosen.code())
                            .setPath("/")
                            .setMaxAge(ONE_YEAR_SECONDS)
                            .setHttpOnly(true)
                            .setSecure(isSecure(request))
                            .setSameSite(CookieSameSite.LAX));
        }
    }
}
