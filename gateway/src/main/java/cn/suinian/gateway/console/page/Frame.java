package cn.suinian.gateway.console.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout around a page needs to know.
 *
 * @param language the language of the page
 * @param path where the language switch leads back to
 * @param assets addresses of style sheet and scripts
 * @param key for check values on what its forms carry
 * @param visitor who looks at it
 * @param sections where the head of the page leads, for this visitor
 * @param flashes what the act before has to say
 */
public record Frame(
        Language language,
        String path,
        Assets assets,
        HouseKey key,
        Visitor visitor,
        List<Section> sections,
        List<Flash> flashes) {

    /** What htmx may do: no eval, no style element of its own, nothing beyond this server, no page kept in storage. */
    private static final String HTMX_CONFIG = "{\"allowEval\":false,\"includeIndicatorStyles\":false,"
            + "\"allowScriptTags\":false,\"selfRequestsOnly\":true,\"historyCacheSize\":0,\"timeout\":12000}";

    public Frame {
        sections = List.copyOf(sections);
        flashes = List.copyOf(flashes);
    }

    /** The same around a page whose address is another one. */
    public Frame at(String address) {
        return new Frame(language, address, assets, key, visitor, sections, flashes);
    }

    /** The same for whoever signed in while the page was made. */
    public Frame as(Visitor other) {
        return new Frame(language, path, assets, key, other, List.of(), flashes);
    }

    /** A phrase in the page's language. */
    public String say(Phrase phrase) {
        return phrase.in(language);
    }

    /** A phrase in the page's language, with values for its {@code %s}. */
    public String say(Phrase phrase, Object... values) {
        return phrase.in(language, values);
    }

    /** What its forms say of whose they are, so that it can be told when the session is over; null: nobody's. */
    public @Nullable String by() {
        Long staffId = visitor.staffId();
        return staffId == null || !visitor.signedIn() ? null : key.by(staffId, visitor.csrfToken());
    }

    /** Whether this page belongs to the section, and to none within it. */
    public boolean within(Section section) {
        return covers(section)
                && sections().stream()
                        .filter(other -> other.path().startsWith(section.path() + "/"))
                        .noneMatch(this::covers);
    }

    /** The sections as the head of the page has them. */
    public List<Menu.Group> menu() {
        return Menu.of(sections);
    }

    /** Whether this page belongs to one of these. */
    public boolean within(Menu.Group group) {
        return group.sections().stream().anyMatch(this::within);
    }

    private boolean covers(Section section) {
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return bare.equals(section.path()) || bare.startsWith(section.path() + "/");
    }

    /** The address of the same page in the other language. */
    public String otherLanguagePath() {
        return path + (path.contains("?") ? "&" : "?") + "lang="
                + language.other().code();
    }

    /** The configuration for the {@code htmx-config} meta tag. */
    public String htmxConfig() {
        return HTMX_CONFIG;
    }

    /** What htmx sends along with every request, so that its posts are let in. */
    public String htmxHeaders() {
        return "{\"X-Csrf\":\"" + visitor.csrfToken() + "\"}";
    }
}
