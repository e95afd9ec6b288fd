package cn.suinian.gateway.console.page;

/**
 * What the layout around a page needs to know.
 *
 * @param language the language of the page
 * @param path where the language switch leads back to
 * @param assets addresses of style sheet and scripts
 */
public record Frame(Language language, String path, Assets assets) {

    /** What htmx may do: no eval, no style element of its own, nothing beyond this server, no page kept in storage. */
    private static final String HTMX_CONFIG = "{\"allowEval\":false,\"includeIndicatorStyles\":false,"
            + "\"allowScriptTags\":false,\"selfRequestsOnly\":true,\"historyCacheSize\":0,\"timeout\":12000}";

    /** A phrase in the page's language. */
    public String say(Phrase phrase) {
        return phrase.in(language);
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
}
