package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.SmallCity;
import java.net.http.HttpResponse;
import java.util.ArrayList;
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

/** Every text field of administration, filled with what people use to break things. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationInjectionTest {

    private static final String GATE = "/terminals/" + SmallCity.GATE;
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' autofocus onfocus=alert(1) x='",
            "{{7*7}}${7*7}@{7*7}",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd",
            "%00%0d%0aSet-Cookie:%20x=1",
            "'; DROP TABLE staff; --",
            "\u202Egnp.exe 👵🏽 \uFEFF",
            "一".repeat(3_000));

    private TerminalStand terminals;
    private AdministrationStand stand;
    private StaffDesk.Person clerk;

    /** A form and what else it needs. */
    private record Form(String path, Map<String, String> fields, List<String> texts) {}

    @BeforeAll
    void open(Database database) throws Exception {
        terminals = TerminalStand.start(database);
        stand = new AdministrationStand(database);
        clerk = stand.desk().settle("clerk", Role.COUNTER_CLERK);
        stand.post("/clients/new", Map.of("clientId", "bank-one", "name", "一号银行", "roles", "AUDITOR", "scope", "CITY"));
    }

    @AfterAll
    void close() throws Exception {
        stand.close();
        terminals.close();
    }

    private List<Form> forms() {
        String staff = "/staff/" + clerk.staffId();
        return List.of(
                new Form(
                        "/staff/new",
                        Map.of("roles", "AUDITOR", "scope", "CITY", "account", "made", "displayName", "x"),
                        List.of("account", "displayName", "roles", "scope")),
                new Form("/staff/search", Map.of(), List.of("text", "role", "status")),
                new Form(
                        staff + "/roles",
                        Map.of("roles", "COUNTER_CLERK", "scope", "CITY", "reason", "x"),
                        List.of("reason", "roles", "scope")),
                new Form(staff + "/disable", Map.of(), List.of("reason")),
                new Form(staff + "/enable", Map.of(), List.of("reason")),
                new Form(staff + "/password", Map.of(), List.of("reason")),
                new Form(staff + "/authenticator", Map.of(), List.of("reason")),
                new Form(
                        "/counters/new",
                        Map.of("district", "FUTIAN", "kind", "BANK_BRANCH"),
                        List.of("name", "district", "kind")),
                new Form(
                        "/clients/new",
                        Map.of("roles", "AUDITOR", "scope", "CITY", "clientId", "bank-two", "name", "x"),
                        List.of("clientId", "name")),
                new Form("/clients/bank-one/secret", Map.of(), List.of("reason")),
                new Form("/clients/bank-one/disable", Map.of(), List.of("reason")),
                new Form("/clients/bank-one/enable", Map.of(), List.of("reason")),
                new Form(
                        "/terminals/new",
                        Map.of("id", "99", "vendor", "1", "services", "MEAL"),
                        List.of("id", "vendor", "services", "placeKind", "latitude", "longitude")),
                new Form(
                        GATE + "/change",
                        Map.of("vendor", "1", "services", "TRANSIT"),
                        List.of("vendor", "services", "placeKind", "latitude", "longitude")),
                new Form(GATE + "/suspend", Map.of(), List.of("reason")),
                new Form(GATE + "/resume", Map.of(), List.of("reason")),
                new Form(GATE + "/key", Map.of("keyVersion", "1", "reason", "x"), List.of("reason", "keyVersion")),
                new Form(
                        "/vendors/new",
                        Map.of("kind", "BUS", "vendorCode", "V-9", "name", "x"),
                        List.of("vendorCode", "name", "nameEn", "kind")),
                new Form("/vendors/1/rename", Map.of("name", "Metro"), List.of("name", "nameEn")));
    }

    private static final List<String> SEARCHED =
            List.of("from", "until", "actor", "deed", "kind", "subject", "text", "same", "before");

    @TestFactory
    Stream<DynamicTest> everyFieldComesBackHarmless() {
        return forms().stream()
                .flatMap(form -> form.texts().stream()
                        .map(field -> DynamicTest.dynamicTest(form.path() + " " + field, () -> attack(form, field))));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldOfTheSearchComesBackHarmless() {
        return SEARCHED.stream()
                .map(field -> DynamicTest.dynamicTest(field, () -> {
                    for (String payload : PAYLOADS) {
                        requireHarmless(
                                stand.postAs(stand.auditor(), "/audit/search", Map.of(field, payload)), payload);
                        requireHarmless(
                                stand.postAs(stand.auditor(), "/audit/export", Map.of(field, payload, "why", "")),
                                payload);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyParameterOfAnAddressComesBackHarmless() {
        List<String> paths = new ArrayList<>(
                List.of("/staff?account=", "/staff?role=", "/staff?status=", "/staff?after=", "/counters?district="));
        paths.addAll(List.of("/terminals?vendor=", "/terminals?status=", "/terminals?service=", "/terminals?list="));
        paths.addAll(List.of("/terminals?silent=", "/terminals?after=", "/vendors?kind=", "/vendors?after="));
        paths.addAll(List.of("/terminals/new?vendor=", "/account/prove?next=", "/staff/", "/terminals/", "/vendors/"));
        paths.add("/clients/");
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    for (String payload : PAYLOADS.subList(0, PAYLOADS.size() - 1)) {
                        String encoded = java.net.URLEncoder.encode(payload, java.nio.charset.StandardCharsets.UTF_8)
                                .replace("+", "%20");
                        requireHarmless(stand.get(path + encoded), payload);
                    }
                }));
    }

    private void attack(Form form, String field) throws Exception {
        for (String payload : PAYLOADS) {
            Map<String, String> fields = new LinkedHashMap<>(form.fields());
            fields.put(field, payload);
            if (stand.get(form.path()).body().contains("name=\"version\"")) {
                fields.put("version", stand.version(form.path()));
            }
            HttpResponse<String> answer = stand.post(form.path(), fields);
            requireHarmless(answer, payload);
            if (answer.statusCode() == 422) {
                assertThat(answer.body()).as("says at which field").contains("href=\"#");
            }
            answer.headers().firstValue("Location").ifPresent(next -> {
                try {
                    requireHarmless(stand.get(next), payload);
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            });
            requireHarmless(stand.get(form.path().startsWith("/staff") ? "/staff" : "/vendors"), payload);
        }
        requireHarmless(stand.getAs(stand.auditor(), "/audit"), "");
    }

    private static void requireHarmless(HttpResponse<String> answer, String payload) {
        assertThat(answer.statusCode()).as(payload).isIn(200, 303, 400, 404, 409, 413, 422);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("x=1");
        assertThat(answer.headers().firstValue("Location").orElse("/"))
                .startsWith("/")
                .doesNotStartWith("//");
        assertThat(answer.body())
                .doesNotContain(
                        "<script>alert", "<img src=x", "' autofocus onfocus=alert(1) x='\"", "49${7*7}", "{{49}}")
                .doesNotContain("root:x:");
    }
}
