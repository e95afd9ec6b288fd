package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody should type, in every field of every form of cards and stock, comes back harmless. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterInjectionTest {

    private static final String ODD = "!#";

    private static final List<String> PAYLOADS = List.of(
            "<script>alert('x')</script>",
            "\"><img src=x onerror=alert(1)>",
            "'; DROP TABLE card; --",
            "{{7*7}} ${7*7} #{7*7}",
            "=cmd|' /C calc'!A0",
            "+SUM(1+1)*cmd",
            "../../etc/passwd",
            "%00%0d%0aSet-Cookie: a=b",
            "😀👵🏼".repeat(20),
            "\u202Etxt.exe\u202C\u2066מספר\u2069",
            "９９９９９９９９９９９９９９９９９９９",
            "A".repeat(5_000),
            "-1",
            "2147483648");

    private CounterTown town;

    @BeforeAll
    void open(Database database) throws Exception {
        town = new CounterTown(database);
    }

    @AfterAll
    void close() {
        town.close();
    }

    /** Each form with what fits its fields. */
    private Map<String, Map<String, String>> forms() throws Exception {
        int serial = town.card();
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        forms.put("/cards/issue", Map.of("holder", Long.toString(town.person()), "proposed", "1", "card", ODD));
        forms.put("/cards/" + serial + "/lost", Map.of("seen", "ISSUED", "reporter", "HOLDER", "lostAt", ODD));
        forms.put("/cards/" + serial + "/found", Map.of("seen", "REPLACED"));
        forms.put("/cards/" + serial + "/cancel", Map.of("seen", "ISSUED", "reason", "x"));
        forms.put("/cards/" + serial + "/renew", Map.of("seen", "ACTIVE", "expiresOn", "2020-01-01"));
        forms.put(
                "/cards/" + serial + "/replace/card",
                Map.of("seen", "ISSUED", "cause", "DAMAGED", "proposed", "1", "card", ODD));
        forms.put("/stock/ranges/new", Map.of("first", "1", "last", "0", "layout", "A", "keyVersion", "9"));
        forms.put("/stock/receive", Map.of("rangeId", "999", "count", "1"));
        forms.put("/stock/transfer", Map.of("from", "store", "to", "1", "first", "5", "last", "4"));
        forms.put("/stock/spoil", Map.of("card", "1", "reason", "x"));
        forms.put("/batches/order", Map.of("rangeId", "999", "count", "1"));
        return forms;
    }

    @Test
    void everyFieldOfEveryForm() throws Exception {
        String before = town.ask("SELECT count(*) FROM card");
        for (Map.Entry<String, Map<String, String>> form : forms().entrySet()) {
            for (String field : form.getValue().keySet()) {
                for (String payload : PAYLOADS) {
                    Map<String, String> typed = new HashMap<>(form.getValue());
                    typed.put(field, payload);
                    harmless(form.getKey() + " " + field + " " + payload, payload, post(form.getKey(), typed));
                }
            }
        }
        assertThat(town.ask("SELECT count(*) FROM card"))
                .as("cards")
                .isEqualTo(Integer.toString(Integer.parseInt(before) + 1));
        assertThat(town.ask("SELECT count(*) FROM card WHERE status <> 'ACTIVE'"))
                .isEqualTo("0");
    }

    private HttpResponse<String> post(String path, Map<String, String> typed) throws Exception {
        return town.post(path.startsWith("/cards") ? town.supervisor : town.keeper, path, typed);
    }

    private static void harmless(String what, String payload, HttpResponse<String> reply) {
        assertThat(Set.of(303, 400, 404, 409, 413, 422)).as(what).contains(reply.statusCode());
        assertThat(reply.body()).as(what).doesNotContain("<script>alert", "<img src=x", "org.postgresql", "at cn.");
        assertThat(reply.headers().map().keySet()).as(what).doesNotContain("a");
        if (reply.statusCode() == 422 && reply.body().contains("{{")) {
            assertThat(reply.body()).as(what).contains("{{7*7}} ${7*7} #{7*7}");
        }
        assertThat(reply.headers().firstValue("Location").orElse("/"))
                .as(what + payload)
                .startsWith("/");
    }

    @Test
    void everyQueryAndPath() throws Exception {
        int serial = town.card();
        for (String payload : PAYLOADS) {
            String encoded = java.net.URLEncoder.encode(payload, java.nio.charset.StandardCharsets.UTF_8);
            if (encoded.length() > 2_000) {
                continue;
            }
            for (String path : List.of(
                    "/cards/issue?holder=",
                    "/cards/due?after=",
                    "/cards/" + serial + "/replace/card?cause=",
                    "/stock/transfer?first=",
                    "/stock/transfer?from=",
                    "/stock/places/",
                    "/batches?before=",
                    "/batches/")) {
                HttpResponse<String> page = town.console.get(path + encoded);
                assertThat(Set.of(200, 303, 400, 404)).as(path + payload).contains(page.statusCode());
                assertThat(page.body()).as(path + payload).doesNotContain("<script>alert", "<img src=x");
            }
        }
    }

    @Test
    void aReasonIsStoredAsTyped() throws Exception {
        String reason = "<b>退卡</b> =1+1 {{7*7}} 😀";
        int serial = town.card();
        town.post(town.supervisor, "/cards/" + serial + "/cancel", Map.of("seen", "ACTIVE", "reason", reason));
        assertThat(town.ask("SELECT reason FROM audit_log WHERE act = 'CARD_CANCELLED' AND subject = '" + serial + "'"))
                .isEqualTo(reason);
    }
}
