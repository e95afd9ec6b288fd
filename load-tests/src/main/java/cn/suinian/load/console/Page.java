package cn.suinian.load.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the console.
 *
 * @param path where it was found
 * @param status of HTTP, the last one when it was led on
 * @param body HTML
 */
public record Page(String path, int status, String body) {
    private static final int OK = 200;
    private static final int LONGEST_TOLD = 300;
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile("<(input|button|textarea|select)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z-]+)(?:=\"([^\"]*)\")?");
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>(.*?)</option>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"([^\"]*)\"");
    private static final Pattern FACT = Pattern.compile("<dt>(.*?)</dt>\\s*<dd[^>]*>(.*?)</dd>", Pattern.DOTALL);
    private static final Pattern ERRORS = Pattern.compile("<div class=\"errors\".*?</div>", Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile("<main\\b.*?</main>", Pattern.DOTALL);

    public boolean isOk() {
        return status == OK;
    }

    /**
     * The form that is sent to this address.
     *
     * @throws ConsoleException when the page has none
     */
    public PageForm form(String action) throws ConsoleException {
        return findForm(action)
                .orElseThrow(() -> new ConsoleException(
                        path + " (" + status + ") has no form for " + action + "; it says: " + told()));
    }

    /** The form that is sent to this address, if the page has it. */
    public Optional<PageForm> findForm(String action) {
        return forms().stream().filter(form -> form.action().equals(action)).findFirst();
    }

    /**
     * A form that this page does not have, with the token that its others have: what somebody can send who copies a
     * form from another's page.
     */
    public PageForm forged(String action, Map<String, String> typed) throws ConsoleException {
        Map<String, String> values = new LinkedHashMap<>();
        for (PageForm form : forms()) {
            if (form.values().containsKey("csrf")) {
                values.put("csrf", form.values().get("csrf"));
            }
        }
        if (values.isEmpty()) {
            throw new ConsoleException(path + " has no form with a token");
        }
        values.put("act", "copied-" + action.hashCode());
        Set<String> fields = new LinkedHashSet<>(values.keySet());
        fields.addAll(typed.keySet());
        return new PageForm(action, values, fields, Map.of());
    }

    /** Facts that the page lists: what is said of each. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        Matcher found = FACT.matcher(body);
        while (found.find()) {
            facts.putIfAbsent(text(found.group(1)), text(found.group(2)));
        }
        return facts;
    }

    /** Whether it tells of something that is wrong with what was sent. */
    public boolean hasErrors() {
        return ERRORS.matcher(body).find();
    }

    /** Every form. */
    public List<PageForm> forms() {
        List<PageForm> forms = new ArrayList<>();
        Matcher found = FORM.matcher(body);
        while (found.find()) {
            forms.add(form(attributes(found.group(1)), found.group(2)));
        }
        return forms;
    }

    /** Every address that the page links to, in its order, once. */
    public Set<String> links() {
        Set<String> links = new LinkedHashSet<>();
        Matcher found = LINK.matcher(body);
        while (found.find()) {
            links.add(unescaped(found.group(1)));
        }
        return links;
    }

    /** The choices of a list on the page: text by value. */
    public Map<String, String> choices(String name) {
        Pattern select = Pattern.compile(
                "<select\\b[^>]*\\bname=\"" + Pattern.quote(name) + "\"[^>]*>(.*?)</select>", Pattern.DOTALL);
        Map<String, String> choices = new LinkedHashMap<>();
        Matcher found = select.matcher(body);
        if (found.find()) {
            Matcher option = OPTION.matcher(found.group(1));
            while (option.find()) {
                choices.put(attributes(option.group(1)).getOrDefault("value", ""), text(option.group(2)));
            }
        }
        return choices;
    }

    /** What the page says is wrong, or the beginning of what it says at all. */
    public String told() {
        Matcher errors = ERRORS.matcher(body);
        Matcher main = MAIN.matcher(body);
        String told = text(errors.find() ? errors.group() : main.find() ? main.group() : body);
        return told.length() > LONGEST_TOLD ? told.substring(0, LONGEST_TOLD) + "…" : told;
    }

    /** All of its text. */
    public String text() {
        return text(body);
    }

    private static PageForm form(Map<String, String> attributes, String content) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> fields = new LinkedHashSet<>();
        Map<String, List<String>> choices = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(content);
        while (control.find()) {
            Map<String, String> its = attributes(control.group(2));
            String name = its.getOrDefault("name", "");
            if (name.isEmpty()) {
                continue;
            }
            fields.add(name);
            String value = its.getOrDefault("value", "");
            String type = its.getOrDefault("type", "text");
            switch (control.group(1)) {
                case "input" -> {
                    boolean ticked = type.equals("radio") || type.equals("checkbox");
                    if (ticked) {
                        choices.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
                    }
                    if (!type.equals("file") && (!ticked || its.containsKey("checked"))) {
                        values.put(name, value);
                    }
                }
                case "textarea" -> values.put(name, text(upTo(content, control.end(), "</textarea>")));
                case "select" -> values.put(name, selected(upTo(content, control.end(), "</select>")));
                default -> {}
            }
        }
        return new PageForm(attributes.getOrDefault("action", ""), values, fields, choices);
    }

    private static String selected(String options) {
        String first = null;
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            Map<String, String> its = attributes(option.group(1));
            String value = its.getOrDefault("value", "");
            if (its.containsKey("selected")) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first == null ? "" : first;
    }

    private static String upTo(String content, int from, String end) {
        int to = content.indexOf(end, from);
        return content.substring(from, to < 0 ? content.length() : to);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher found = ATTRIBUTE.matcher(text);
        while (found.find()) {
            attributes.put(found.group(1), found.group(2) == null ? "" : unescaped(found.group(2)));
        }
        return attributes;
    }

    private static String text(String html) {
        return unescaped(html.replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
