package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Stage;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.stand.SettableClock;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every role against every route of the console, as the route table has them, on an empty database. */
@ExtendWith(PostgresExtension.class)
class ConsoleMatrixTest {

    /** A path for each route whose path varies; a new one has to be added here. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("/taps/:tapId", "/taps/20261123-440300010007-1-00000000"),
            Map.entry("/bulk/:file", "/bulk/7"),
            Map.entry("/bulk/:file/stage", "/bulk/7/stage"),
            Map.entry("/bulk/:file/start", "/bulk/7/start"),
            Map.entry("/bulk/:file/cancel", "/bulk/7/cancel"),
            Map.entry("/bulk/:file/errors", "/bulk/7/errors"),
            Map.entry("/bulk/:file/alike", "/bulk/7/alike"),
            Map.entry("/bulk/:file/rows/:row/other", "/bulk/7/rows/2/other"),
            Map.entry("/bulk/:file/rows/:row/same", "/bulk/7/rows/2/same"));

    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    private static ConsoleServer console;

    @BeforeAll
    static void start(Database database) {
        console = new ConsoleServer(database, SettableClock.at("2026-11-23T04:10:00Z"));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void nothingIsMountedThatIsNotInTheTable() {
        Set<String> declared = console.table().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> mounted = console.console().router().getRoutes().stream()
                .filter(route -> route.getPath() != null && !route.getPath().equals("/assets/"))
                .flatMap(route -> route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .map(method -> method + " " + route.getPath()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mounted).isEqualTo(declared);
        assertThat(console.console().router().getRoutes().stream().filter(route -> route.getPath() == null))
                .as("handlers for every path: safety headers and host check")
                .hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryRoute() {
        return Stream.of(Role.values())
                .flatMap(role -> console.table().stream()
                        .map(route -> DynamicTest.dynamicTest(role + " " + route, () -> check(role, route))));
    }

    private static void check(Role role, ConsoleRoute route) throws Exception {
        Admitted who = console.sessions().signedIn(100, role.permissions());
        int status = ask(who, route).statusCode();
        if (mayUse(role, route)) {
            assertThat(status).isNotIn(NOT_LET_IN);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    private static boolean mayUse(Role role, ConsoleRoute route) {
        return !(route.access() instanceof Access.Staff staff)
                || staff.permission() == null
                || role.permissions().contains(staff.permission());
    }

    private static HttpResponse<String> ask(Admitted who, ConsoleRoute route) throws Exception {
        // The door's own form carries the door's token; see ConsoleDoorTest.
        boolean door = route.writes() && route.access() instanceof Access.Everybody;
        if (door) {
            return console.postRaw(
                    example(route),
                    Map.of("csrf", "a-token-of-the-door-1"),
                    "Cookie",
                    "suinian-door=a-token-of-the-door-1");
        }
        return route.writes() ? console.post(who, example(route), Map.of()) : console.getAs(who, example(route));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutASession() {
        return closed().map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
            if (route.writes()) {
                HttpResponse<String> page = console.postRaw(example(route), Map.of("csrf", "x", "act", "y"));
                assertThat(page.statusCode()).isEqualTo(401);
            } else {
                HttpResponse<String> page = console.getAsNobody(example(route));
                assertThat(page.statusCode()).isEqualTo(303);
                assertThat(page.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInHalfWay() {
        return Stream.of(Stage.PASSWORD_PROVED, Stage.ENROL_TOTP, Stage.CHANGE_PASSWORD)
                .flatMap(stage -> closed().filter(route -> !route.access().equals(Access.at(stage)))
                        .map(route -> DynamicTest.dynamicTest(stage + " " + route, () -> {
                            HttpResponse<String> page = ask(console.sessions().at(stage), route);
                            assertThat(page.statusCode()).isEqualTo(303);
                            assertThat(page.headers().firstValue("Location").orElseThrow())
                                    .startsWith(stage.path());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> noPostGetsInWithoutTheTokenOfItsSession() {
        return console.table().stream()
                .filter(ConsoleRoute::writes)
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Stage stage = route.access() instanceof Access.OnTheWay way ? way.stage() : Stage.COMPLETE;
                    Admitted who = stage == Stage.COMPLETE
                            ? console.sessions().signedInForEverything()
                            : console.sessions().at(stage);
                    String other =
                            console.sessions().signedInForEverything().session().csrfToken();
                    for (String token : List.of("", "wrong", other)) {
                        HttpResponse<String> page =
                                console.post(who, example(route), Map.of("csrf", token, "act", "a"));
                        assertThat(page.statusCode()).isEqualTo(403);
                    }
                }));
    }

    private static Stream<ConsoleRoute> closed() {
        return console.table().stream().filter(route -> !(route.access() instanceof Access.Everybody));
    }

    private static String example(ConsoleRoute route) {
        String path = EXAMPLES.getOrDefault(route.path(), route.path());
        assertThat(path).as("EXAMPLES needs a path for " + route).doesNotContain(":");
        return path;
    }
}
