package cn.suinian.gateway.console;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the forms of the door as a browser would, and keeps its cookies apart. */
record DoorForms(ConsoleServer console) {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    HttpResponse<String> signIn(HttpResponse<String> form, String account, String... headers) throws Exception {
        return answer(
                form,
                cookie(form, "suinian-door"),
                "/sign-in",
                Map.of("account", account, "password", FakeSessions.PASSWORD),
                headers);
    }

    /** Fills in the form of a page as a browser would: every hidden field and what is typed. */
    HttpResponse<String> answer(
            HttpResponse<String> page, String cookies, String path, Map<String, String> typed, String... headers)
            throws Exception {
        Map<String, String> fields = hidden(page);
        fields.putAll(typed);
        List<String> sent = new ArrayList<>(List.of("Cookie", cookies, "Sec-Fetch-Site", "same-origin"));
        sent.addAll(List.of(headers));
        return console.postRaw(path, fields, sent.toArray(String[]::new));
    }

    static Map<String, String> hidden(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        String body = page.body();
        Matcher hidden = HIDDEN.matcher(body.substring(body.indexOf("<form class=\"form\"")));
        while (hidden.find()) {
            fields.put(
                    hidden.group(1),
                    hidden.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        return fields;
    }

    static String cookie(HttpResponse<String> page, String name) {
        String whole = setCookie(page, name + "=");
        return whole.substring(0, whole.indexOf(';'));
    }

    static String setCookie(HttpResponse<String> page, String start) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
