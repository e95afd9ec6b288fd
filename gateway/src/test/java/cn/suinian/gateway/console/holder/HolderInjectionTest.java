package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nasty text in every field of every form: refused with the field named, or stored as it was typed and escaped. */
@ExtendWith(PostgresExtension.class)
class HolderInjectionTest {

    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea) id=\"([A-Za-z-_]+)\"[^>]* name=\"([^\"]+)\"");

    private static final List<String> FORMS = List.of(
            "/show",
            "/photo",
            "/correct",
            "/hukou",
            "/hukou/start",
            "/hukou/end",
            "/categories",
            "/categories/LOW_INCOME/end",
            "/death",
            "/move-out",
            "/move",
            "/undo-death");

    private static HolderDesk desk;

    @BeforeAll
    static void open(Database database) throws Exception {
        desk = new HolderDesk(database);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static Stream<String> payloads() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus='alert(1)",
                "{{7*7}}${7*7}#{7*7}",
                "=cmd|' /C calc'!A0",
                "../../etc/passwd",
                "'; DROP TABLE holder; --",
                "%00%0d%0aSet-Cookie: a=b",
                "👵🏽‍🦽 长者",
                "\u202Egnissim\u202C \u0645\u0631\u062D\u0628\u0627",
                "长".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void everyFieldTakesItAsText(String payload) throws Exception {
        Person person = desk.registered();
        for (String form : FORMS) {
            String path = "/holders/" + person.holderId() + form;
            String shown = desk.page(desk.clerk, path);
            Map<String, String> typed = new LinkedHashMap<>();
            Matcher fields = FIELD.matcher(shown);
            while (fields.find()) {
                if (!fields.group(2).equals("photo")) {
                    typed.put(fields.group(2), payload);
                }
            }
            assertThat(typed).as(form).isNotEmpty();
            harmless(desk.send(desk.clerk, path, shown, typed), payload, form);
        }
        harmless(desk.fill(desk.clerk, "/holders", Map.of("q", payload)), payload, "search");
        harmless(desk.console.getAs(desk.clerk, "/holders/" + person.holderId()), payload, "page");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void everyStepOfTheRegistrationTakesItAsText(String payload) throws Exception {
        for (String step : List.of("DOCUMENT", "PERSON", "RESIDENCE", "CATEGORIES", "ALIKE", "CHECK", payload)) {
            Map<String, String> typed = new LinkedHashMap<>();
            for (String field : List.of(
                    "kind",
                    "number",
                    "name",
                    "bornOn",
                    "birthEvidence",
                    "sex",
                    "phone",
                    "bankAccount",
                    "district",
                    "hukou",
                    "hukouSince",
                    "hukouEvidence",
                    "category-LOW_INCOME",
                    "from-LOW_INCOME",
                    "until-LOW_INCOME",
                    "evidence-LOW_INCOME",
                    "grade",
                    "others",
                    "alike",
                    "different",
                    "consent")) {
                typed.put(field, payload);
            }
            typed.put("step", step);
            harmless(desk.console.post(desk.clerk, "/holders/new", typed), payload, step);
        }
    }

    @Test
    void whatIsAllowedIsStoredAsItWasTyped() throws Exception {
        Person person = desk.registered();
        String reason = "<b>\"换号\"</b> {{7*7}} =1+1";
        String path = "/holders/" + person.holderId();
        HolderDesk.location(desk.fill(desk.clerk, path + "/correct", Map.of("phone", "13900000003", "reason", reason)));
        String page = desk.page(desk.clerk, path);
        assertThat(page).doesNotContain("<b>").contains("&lt;b&gt;");
        assertThat(HolderDesk.plain(page)).contains(reason);
        assertThat(desk.audited("HOLDER_CORRECTED", person.holderId())).isEqualTo("staff11 " + reason);
    }

    private static void harmless(HttpResponse<String> reply, String payload, String where) {
        assertThat(reply.statusCode()).as(where + ": " + payload).isIn(200, 303, 409, 422);
        assertThat(reply.body())
                .as(where)
                .doesNotContain("<script>alert", "<img src=x", "onfocus='alert", "\"><img")
                .doesNotContain("49 49", "root:x");
        assertThat(reply.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("a=b");
        assertThat(reply.headers().firstValue("Location").orElse("/holders"))
                .startsWith("/holders")
                .doesNotContain("<");
    }
}
