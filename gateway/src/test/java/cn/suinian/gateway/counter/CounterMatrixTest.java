package cn.suinian.gateway.counter;

import static cn.suinian.core.staff.Role.AUDITOR;
import static cn.suinian.core.staff.Role.COUNTER_CLERK;
import static cn.suinian.core.staff.Role.COUNTER_SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.stand.Reply;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every role that a client may have against every route of the table, over HTTP. A route without a row fails. */
@ExtendWith(PostgresExtension.class)
class CounterMatrixTest {
    private static final Set<Role> COUNTERS = Set.of(COUNTER_CLERK, COUNTER_SUPERVISOR);
    private static final Set<Role> READERS = Set.of(COUNTER_CLERK, COUNTER_SUPERVISOR, AUDITOR);
    private static final Set<Role> SUPERVISORS = Set.of(COUNTER_SUPERVISOR);

    /** Whom each route lets in; a new one has to be added here. */
    private static final Map<String, Set<Role>> ROWS = Map.ofEntries(
            Map.entry("POST /v1/holders", COUNTERS),
            Map.entry("POST /v1/holders/search", READERS),
            Map.entry("GET /v1/holders/{id}", READERS),
            Map.entry("PATCH /v1/holders/{id}", COUNTERS),
            Map.entry("POST /v1/holders/{id}/disclosure", COUNTERS),
            Map.entry("POST /v1/holders/{id}/hukou", COUNTERS),
            Map.entry("POST /v1/holders/{id}/hukou/end", COUNTERS),
            Map.entry("POST /v1/holders/{id}/categories", COUNTERS),
            Map.entry("POST /v1/holders/{id}/categories/end", COUNTERS),
            Map.entry("POST /v1/holders/{id}/events", COUNTERS),
            Map.entry("GET /v1/holders/{id}/cards", READERS),
            Map.entry("POST /v1/cards", COUNTERS),
            Map.entry("GET /v1/cards/due", COUNTERS),
            Map.entry("GET /v1/cards/{serial}", READERS),
            Map.entry("POST /v1/cards/{serial}/activation", COUNTERS),
            Map.entry("POST /v1/cards/{serial}/loss", COUNTERS),
            Map.entry("POST /v1/cards/{serial}/recovery", COUNTERS),
            Map.entry("POST /v1/cards/{serial}/replacement", COUNTERS),
            Map.entry("POST /v1/cards/{serial}/cancellation", SUPERVISORS),
            Map.entry("POST /v1/cards/{serial}/renewal", COUNTERS),
            Map.entry("GET /v1/stock", SUPERVISORS));

    /** Where nobody is asked who they are. */
    private static final List<String> OPEN = List.of("POST /v1/oauth/token", "GET /openapi.yaml");

    private static final Map<Role, Client> CLIENTS = new EnumMap<>(Role.class);
    private static CounterStand stand;

    @BeforeAll
    static void start(Database database) throws SQLException {
        stand = new CounterStand(database);
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                String id = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                CLIENTS.put(role, stand.client(id, role, Scope.CITY));
            }
        }
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void everyRouteHasARow() {
        assertThat(stand.api().routes())
                .extracting(CounterRoute::toString)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ROWS.keySet().stream(), OPEN.stream()).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryRoute() {
        return CLIENTS.keySet().stream()
                .flatMap(role -> ROWS.keySet().stream()
                        .map(route -> DynamicTest.dynamicTest(role + " " + route, () -> check(role, route))));
    }

    private static void check(Role role, String route) throws IOException, SQLException {
        String before = stand.ask("SELECT count(*) FROM audit_log WHERE subject_kind IN ('HOLDER', 'CARD')");
        Reply reply = CLIENTS.get(role).send(ask(route));
        if (ROWS.get(route).contains(role)) {
            assertThat(reply.status()).as("%s", reply).isNotIn(401, 403);
        } else {
            assertThat(reply.code()).as("%s", reply).isEqualTo(40304);
            assertThat(stand.ask("SELECT count(*) FROM audit_log WHERE subject_kind IN ('HOLDER', 'CARD')"))
                    .isEqualTo(before);
        }
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutAToken() {
        return ROWS.keySet().stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    assertThat(stand.send(ask(route)).code()).isEqualTo(40101);
                    assertThat(stand.send(ask(route).token("A".repeat(43))).code())
                            .isEqualTo(40107);
                }));
    }

    private static Ask ask(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[a-z]+}", "77");
        return method.equals("GET") ? Ask.get(path) : Ask.act(method, path, "{}");
    }
}
