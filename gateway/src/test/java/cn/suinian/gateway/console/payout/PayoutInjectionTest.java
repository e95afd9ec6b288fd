package cn.suinian.gateway.console.payout;

import static cn.suinian.gateway.console.PayoutTown.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.PayoutTown;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldRequest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every text field and parameter of payments and holds, filled with what people use to break things. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Breaks("a day's history leads step by step to where the day is")
class PayoutInjectionTest {

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' autofocus onfocus=alert(1) x='",
            "{{997*991}}${997*991}@{997*991}%s%n",
            "'; DROP TABLE payment; --",
            "../../etc/passwd",
            "\u202Egnp.exe \uFEFF",
            "一".repeat(3_000));

    private PayoutTown town;

    /** A form and what else it needs. */
    private record Form(String path, Map<String, String> fields, List<String> texts) {}

    @BeforeAll
    void open(Database database) throws Exception {
        town = new PayoutTown(database).approveDay().openAccounts();
        town.prepare(town.maker);
        town.office
                .holds()
                .place(town.checker.session().actor(), new HoldRequest(1, HeldDays.ALL, "told us", List.of()));
    }

    @AfterAll
    void close() {
        town.close();
    }

    private static List<Form> forms() {
        String day = DAY.toString();
        return List.of(
                new Form("/payouts/new", Map.of("payer", "2", "throughDay", day), List.of("seen", "reason", "payer")),
                new Form("/payouts/1/send", Map.of(), List.of("executeOn")),
                new Form("/payouts/returns/1", Map.of(), List.of("reason")),
                new Form("/payouts/returns/1/disprove", Map.of("reason", "x"), List.of("reason", "evidence")),
                new Form(
                        "/payouts/accounts/vendors/1/change",
                        Map.of("reason", "x"),
                        List.of("accountName", "number", "bankCode", "bankName", "reason")),
                new Form(
                        "/account-statements/export",
                        Map.of("vendor", "C-1", "from", day, "to", day, "reason", ""),
                        List.of("vendor", "payer", "from", "to")),
                new Form("/lens/export", Map.of("reason", ""), List.of("from", "vendorKind", "itemKind", "least")),
                new Form(
                        "/lens/cases/2/answer",
                        Map.of("from", day, "to", day, "reason", "x"),
                        List.of("items", "verdict", "from", "after", "waiting")),
                new Form(
                        "/lens/holds/new",
                        Map.of("vendor", "2", "from", day, "to", day),
                        List.of("which", "grounds", "vendor", "from", "to")));
    }

    @TestFactory
    Stream<DynamicTest> noFormGivesBackWhatWouldRun() {
        return forms().stream()
                .flatMap(form -> form.texts().stream()
                        .map(field -> DynamicTest.dynamicTest(form.path() + " " + field, () -> {
                            for (String payload : PAYLOADS) {
                                Map<String, String> fields = new LinkedHashMap<>(form.fields());
                                fields.put(field, payload);
                                harmless(town.post(town.checker, form.path(), fields));
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> noAddressGivesBackWhatWouldRun() {
        return Stream.of(
                        "/payouts?payer=2&state=",
                        "/payouts?before=",
                        "/payouts/due?payer=2&throughDay=",
                        "/payouts/due?payer=2&after=",
                        "/payouts/1?after=",
                        "/payouts/accounts?after=",
                        "/payouts/answers?before=",
                        "/payouts/returns?after=",
                        "/account-statements?vendor=",
                        "/account-statements?payer=2&from=",
                        "/lens?itemKind=",
                        "/lens?after=",
                        "/lens/cases/2?from=2026-11-16&after=",
                        "/lens/holds?before=",
                        "/lens/holds/new?vendor=2&from=",
                        "/lens/items/")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    for (String payload : PAYLOADS.subList(0, PAYLOADS.size() - 1)) {
                        String query = URLEncoder.encode(payload, StandardCharsets.UTF_8)
                                .replace("+", "%20");
                        harmless(town.get(town.checker, path + query));
                    }
                }));
    }

    private static void harmless(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isLessThan(500);
        assertThat(reply.body()).doesNotContain("<script>alert", "<img src=x", "988027", "SQLException");
    }
}
