package cn.suinian.gateway.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Stage;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.signin.PathWord;
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

/** Every role against every route of the console, as the route table has them. The database is empty. */
@ExtendWith(PostgresExtension.class)
class ConsoleMatrixTest {

    /** A path for each route whose path varies; a new one has to be added here. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            entry("/taps/:tapId", "/taps/20261123-440300010007-1-00000000"),
            entry("/cards/:serial", "/cards/12345678"),
            entry("/cards/:serial/receipt", "/cards/12345678/receipt"),
            entry("/cards/:serial/lost", "/cards/12345678/lost"),
            entry("/cards/:serial/stopped", "/cards/12345678/stopped"),
            entry("/cards/:serial/found", "/cards/12345678/found"),
            entry("/cards/:serial/replace", "/cards/12345678/replace"),
            entry("/cards/:serial/replace/card", "/cards/12345678/replace/card"),
            entry("/cards/:serial/activate", "/cards/12345678/activate"),
            entry("/cards/:serial/renew", "/cards/12345678/renew"),
            entry("/cards/:serial/cancel", "/cards/12345678/cancel"),
            entry("/stock/places/:place", "/stock/places/store"),
            entry("/batches/:id", "/batches/1"),
            entry("/batches/:id/export", "/batches/1/export"),
            entry("/batches/:id/answer", "/batches/1/answer"),
            entry("/batches/:id/answer/:job", "/batches/1/answer/none"),
            entry("/batches/:id/answer/:job/progress", "/batches/1/answer/none/progress"),
            entry("/batches/:id/answer/:job/faults", "/batches/1/answer/none/faults"),
            entry("/batches/:id/answer/:job/take", "/batches/1/answer/none/take"),
            entry("/staff/:id", "/staff/7"),
            entry("/staff/:id/roles", "/staff/7/roles"),
            entry("/staff/:id/disable", "/staff/7/disable"),
            entry("/staff/:id/enable", "/staff/7/enable"),
            entry("/staff/:id/password", "/staff/7/password"),
            entry("/staff/:id/authenticator", "/staff/7/authenticator"),
            entry("/staff/:id/provider", "/staff/7/provider"),
            entry("/staff/:id/provider/end", "/staff/7/provider/end"),
            entry("/clients/:id", "/clients/bank-one"),
            entry("/clients/:id/secret", "/clients/bank-one/secret"),
            entry("/clients/:id/disable", "/clients/bank-one/disable"),
            entry("/clients/:id/enable", "/clients/bank-one/enable"),
            entry("/terminals/:id", "/terminals/440300010007"),
            entry("/terminals/:id/change", "/terminals/440300010007/change"),
            entry("/terminals/:id/suspend", "/terminals/440300010007/suspend"),
            entry("/terminals/:id/resume", "/terminals/440300010007/resume"),
            entry("/terminals/:id/key", "/terminals/440300010007/key"),
            entry("/vendors/:id", "/vendors/7"),
            entry("/vendors/:id/rename", "/vendors/7/rename"),
            entry("/audit/:entry", "/audit/7"),
            entry("/holders/:id", "/holders/1"),
            entry("/holders/:id/registered", "/holders/1/registered"),
            entry("/holders/:id/timeline", "/holders/1/timeline"),
            entry("/holders/:id/show", "/holders/1/show"),
            entry("/holders/:id/photo", "/holders/1/photo"),
            entry("/holders/:id/correct", "/holders/1/correct"),
            entry("/holders/:id/hukou", "/holders/1/hukou"),
            entry("/holders/:id/hukou/start", "/holders/1/hukou/start"),
            entry("/holders/:id/hukou/end", "/holders/1/hukou/end"),
            entry("/holders/:id/categories", "/holders/1/categories"),
            entry("/holders/:id/categories/:category/end", "/holders/1/categories/LOW_INCOME/end"),
            entry("/holders/:id/death", "/holders/1/death"),
            entry("/holders/:id/move-out", "/holders/1/move-out"),
            entry("/holders/:id/move", "/holders/1/move"),
            entry("/holders/:id/withdraw", "/holders/1/withdraw"),
            entry("/holders/:id/undo-death", "/holders/1/undo-death"),
            entry("/payouts/:no", "/payouts/1"),
            entry("/payouts/:no/approve", "/payouts/1/approve"),
            entry("/payouts/:no/refuse", "/payouts/1/refuse"),
            entry("/payouts/:no/cancel", "/payouts/1/cancel"),
            entry("/payouts/:no/send", "/payouts/1/send"),
            entry("/payouts/:no/files/:file", "/payouts/1/files/1"),
            entry("/payouts/:no/files/:file/signature", "/payouts/1/files/1/signature"),
            entry("/payouts/payments/:no", "/payouts/payments/1"),
            entry("/payouts/answers/:no", "/payouts/answers/1"),
            entry("/payouts/returns/:no", "/payouts/returns/1"),
            entry("/payouts/returns/:no/disprove", "/payouts/returns/1/disprove"),
            entry("/payouts/returns/:no/disproof", "/payouts/returns/1/disproof"),
            entry("/payouts/returns/:no/disproof/approve", "/payouts/returns/1/disproof/approve"),
            entry("/payouts/returns/:no/disproof/reject", "/payouts/returns/1/disproof/reject"),
            entry("/payouts/accounts/vendors/:id", "/payouts/accounts/vendors/1"),
            entry("/payouts/accounts/vendors/:id/change", "/payouts/accounts/vendors/1/change"),
            entry("/payouts/accounts/payers/:payer", "/payouts/accounts/payers/2"),
            entry("/payouts/accounts/payers/:payer/change", "/payouts/accounts/payers/2/change"),
            entry("/payouts/accounts/changes/:no", "/payouts/accounts/changes/1"),
            entry("/payouts/accounts/changes/:no/show", "/payouts/accounts/changes/1/show"),
            entry("/payouts/accounts/changes/:no/confirm", "/payouts/accounts/changes/1/confirm"),
            entry("/payouts/accounts/changes/:no/reject", "/payouts/accounts/changes/1/reject"),
            entry("/lens/cases/:vendor", "/lens/cases/1"),
            entry("/lens/cases/:vendor/answer", "/lens/cases/1/answer"),
            entry("/lens/cases/:vendor/export", "/lens/cases/1/export"),
            entry("/lens/items/:ref", "/lens/items/FLAG.1"),
            entry("/lens/items/:ref/answer", "/lens/items/FLAG.1/answer"),
            entry("/lens/items/:ref/recover", "/lens/items/FLAG.1/recover"),
            entry("/lens/recoveries/:no", "/lens/recoveries/1"),
            entry("/lens/recoveries/:no/approve", "/lens/recoveries/1/approve"),
            entry("/lens/recoveries/:no/refuse", "/lens/recoveries/1/refuse"),
            entry("/lens/holds/:no", "/lens/holds/1"),
            entry("/lens/holds/:no/ask", "/lens/holds/1/ask"),
            entry("/lens/holds/:no/release", "/lens/holds/1/release"),
            entry("/lens/holds/:no/refuse", "/lens/holds/1/refuse"),
            entry("/approvals/:no", "/approvals/1"),
            entry("/approvals/:no/approve", "/approvals/1/approve"),
            entry("/approvals/:no/reject", "/approvals/1/reject"),
            entry("/days/:day", "/days/2026-11-18"),
            entry("/days/:day/progress", "/days/2026-11-18/progress"),
            entry("/days/:day/close", "/days/2026-11-18/close"),
            entry("/days/:day/reconcile", "/days/2026-11-18/reconcile"),
            entry("/days/:day/approve", "/days/2026-11-18/approve"),
            entry("/days/:day/paid", "/days/2026-11-18/paid"),
            entry("/days/:day/seal-now", "/days/2026-11-18/seal-now"),
            entry("/days/:day/publish", "/days/2026-11-18/publish"),
            entry("/days/:day/reopen", "/days/2026-11-18/reopen"),
            entry("/days/:day/lines", "/days/2026-11-18/lines"),
            entry("/days/:day/lines/csv", "/days/2026-11-18/lines/csv"),
            entry("/days/:day/vendors/:vendor", "/days/2026-11-18/vendors/METRO-1"),
            entry("/days/:day/taps", "/days/2026-11-18/taps"),
            entry("/days/:day/late", "/days/2026-11-18/late"),
            entry("/days/:day/reversals", "/days/2026-11-18/reversals"),
            entry("/days/:day/seal", "/days/2026-11-18/seal"),
            entry("/approvals/withdraw/:no", "/approvals/withdraw/1"),
            entry("/approvals/days/:no", "/approvals/days/1"),
            entry("/approvals/days/:no/approve", "/approvals/days/1/approve"),
            entry("/approvals/days/:no/reject", "/approvals/days/1/reject"),
            entry("/published/:day", "/published/2026-11-18"),
            entry("/reconciliation/days/:day/:vendor", "/reconciliation/days/2026-11-16/1"),
            entry("/reconciliation/days/:day/:vendor/compare", "/reconciliation/days/2026-11-16/1/compare"),
            entry("/reconciliation/days/:day/:vendor/matched", "/reconciliation/days/2026-11-16/1/matched"),
            entry("/reconciliation/days/:day/:vendor/excuse", "/reconciliation/days/2026-11-16/1/excuse"),
            entry("/reconciliation/incoming/:job", "/reconciliation/incoming/none"),
            entry("/reconciliation/incoming/:job/progress", "/reconciliation/incoming/none/progress"),
            entry("/reconciliation/statements/:id", "/reconciliation/statements/1"),
            entry("/reconciliation/statements/:id/faults", "/reconciliation/statements/1/faults"),
            entry("/reconciliation/statements/:id/accept", "/reconciliation/statements/1/accept"),
            entry("/reconciliation/statements/:id/withdraw", "/reconciliation/statements/1/withdraw"),
            entry("/reconciliation/breaks/:no", "/reconciliation/breaks/1"),
            entry("/reconciliation/breaks/:no/adjust", "/reconciliation/breaks/1/adjust"),
            entry("/reconciliation/breaks/:no/accept", "/reconciliation/breaks/1/accept"),
            entry("/reconciliation/breaks/:no/reject", "/reconciliation/breaks/1/reject"),
            entry("/reconciliation/breaks/:no/link", "/reconciliation/breaks/1/link"),
            entry("/reconciliation/breaks/:no/reopen", "/reconciliation/breaks/1/reopen"),
            entry("/reconciliation/breaks/:no/assign", "/reconciliation/breaks/1/assign"),
            entry("/reconciliation/breaks/:no/comment", "/reconciliation/breaks/1/comment"),
            entry("/reconciliation/attachments/:no", "/reconciliation/attachments/1"),
            entry("/reconciliation/approvals/:no", "/reconciliation/approvals/1"),
            entry("/reconciliation/approvals/:no/approve", "/reconciliation/approvals/1/approve"),
            entry("/reconciliation/approvals/:no/refuse", "/reconciliation/approvals/1/refuse"),
            entry("/reconciliation/limits/changes/:no", "/reconciliation/limits/changes/1"),
            entry("/reconciliation/limits/changes/:no/approve", "/reconciliation/limits/changes/1/approve"),
            entry("/reconciliation/limits/changes/:no/reject", "/reconciliation/limits/changes/1/reject"),
            entry("/payouts/limits/changes/:no", "/payouts/limits/changes/1"),
            entry("/payouts/limits/changes/:no/approve", "/payouts/limits/changes/1/approve"),
            entry("/payouts/limits/changes/:no/reject", "/payouts/limits/changes/1/reject"),
            entry("/lens/limits/changes/:no", "/lens/limits/changes/1"),
            entry("/lens/limits/changes/:no/approve", "/lens/limits/changes/1/approve"),
            entry("/lens/limits/changes/:no/reject", "/lens/limits/changes/1/reject"),
            entry("/reconciliation/rules/:id/end", "/reconciliation/rules/1/end"),
            entry("/allowance/runs/:run", "/allowance/runs/7"),
            entry("/allowance/runs/:run/check", "/allowance/runs/7/check"),
            entry("/allowance/runs/:run/confirm", "/allowance/runs/7/confirm"),
            entry("/allowance/runs/:run/again", "/allowance/runs/7/again"),
            entry("/allowance/runs/:run/decide", "/allowance/runs/7/decide"),
            entry("/allowance/runs/:run/approve", "/allowance/runs/7/approve"),
            entry("/allowance/runs/:run/reject", "/allowance/runs/7/reject"),
            entry("/allowance/runs/:run/order", "/allowance/runs/7/order"),
            entry("/allowance/runs/:run/reconcile", "/allowance/runs/7/reconcile"),
            entry("/allowance/runs/:run/file", "/allowance/runs/7/file"),
            entry("/allowance/runs/:run/results", "/allowance/runs/7/results"),
            entry("/allowance/runs/:run/export", "/allowance/runs/7/export"),
            entry("/allowance/runs/:run/late-return", "/allowance/runs/7/late-return"),
            entry("/allowance/runs/:run/late-return/:payment/decide", "/allowance/runs/7/late-return/1/decide"),
            entry("/allowance/runs/:run/late-return/:payment/approve", "/allowance/runs/7/late-return/1/approve"),
            entry("/allowance/runs/:run/late-return/:payment/reject", "/allowance/runs/7/late-return/1/reject"),
            entry("/allowance/runs/:run/kept-account/:holder", "/allowance/runs/7/kept-account/1"),
            entry(
                    "/allowance/runs/:run/kept-account/:holder/:payment/decide",
                    "/allowance/runs/7/kept-account/1/1/decide"),
            entry(
                    "/allowance/runs/:run/kept-account/:holder/:payment/approve",
                    "/allowance/runs/7/kept-account/1/1/approve"),
            entry(
                    "/allowance/runs/:run/kept-account/:holder/:payment/reject",
                    "/allowance/runs/7/kept-account/1/1/reject"),
            entry("/allowance/runs/:run/kept-returns/:code", "/allowance/runs/7/kept-returns/~"),
            entry("/allowance/runs/:run/kept-returns/:code/decide", "/allowance/runs/7/kept-returns/~/decide"),
            entry("/allowance/runs/:run/kept-returns/:code/approve", "/allowance/runs/7/kept-returns/MS03/approve"),
            entry("/allowance/runs/:run/kept-returns/:code/reject", "/allowance/runs/7/kept-returns/MS03/reject"),
            entry("/allowance/runs/:run/messages", "/allowance/runs/7/messages"),
            entry("/allowance/runs/:run/lines", "/allowance/runs/7/lines"),
            entry("/allowance/runs/:run/differences", "/allowance/runs/7/differences"),
            entry("/allowance/runs/:run/returned", "/allowance/runs/7/returned"),
            entry("/allowance/runs/:run/holders/:holder", "/allowance/runs/7/holders/1"),
            entry("/allowance/months/:month", "/allowance/months/2026-11"),
            entry("/allowance/months/:month/list", "/allowance/months/2026-11/list"),
            entry("/allowance/claims/:run/:holder/:month", "/allowance/claims/7/1/2026-11"),
            entry("/allowance/claims/:run/:holder/:month/decide", "/allowance/claims/7/1/2026-11/decide"),
            entry("/allowance/claims/:run/:holder/:month/approve", "/allowance/claims/7/1/2026-11/approve"),
            entry("/allowance/claims/:run/:holder/:month/reject", "/allowance/claims/7/1/2026-11/reject"),
            entry("/allowance/refunds/:run/:holder/:month", "/allowance/refunds/7/1/2026-11"),
            entry("/allowance/refunds/:run/:holder/:month/decide", "/allowance/refunds/7/1/2026-11/decide"),
            entry("/allowance/refunds/:run/:holder/:month/approve", "/allowance/refunds/7/1/2026-11/approve"),
            entry("/allowance/refunds/:run/:holder/:month/reject", "/allowance/refunds/7/1/2026-11/reject"),
            entry("/allowance/enrolment/:message/reply", "/allowance/enrolment/7/reply"),
            entry("/bulk/:file", "/bulk/7"),
            entry("/bulk/:file/stage", "/bulk/7/stage"),
            entry("/bulk/:file/start", "/bulk/7/start"),
            entry("/bulk/:file/cancel", "/bulk/7/cancel"),
            entry("/bulk/:file/errors", "/bulk/7/errors"),
            entry("/bulk/:file/alike", "/bulk/7/alike"),
            entry("/bulk/:file/rows/:row/other", "/bulk/7/rows/2/other"),
            entry("/bulk/:file/rows/:row/same", "/bulk/7/rows/2/same"));

    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    private static ConsoleServer console;

    @BeforeAll
    static void start(Database database) {
        console = ConsoleServer.withEveryPage(database, SettableClock.at("2026-11-23T04:10:00Z"));
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

    @Test
    void everyActCanBeNamedToWhoeverSendsOnWhatWasKept() {
        Set<String> unnamed = console.table().stream()
                .filter(route -> route.writes() && route.access() instanceof Access.Staff)
                .flatMap(route -> Stream.of(route.path().split("/")))
                .filter(part -> !part.isEmpty()
                        && !part.startsWith(":")
                        && PathWord.find(part).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        // The page that asks for the proof is never kept.
        assertThat(unnamed).containsOnly("prove");
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
                            if (route.writes() && !(route.access() instanceof Access.OnTheWay)) {
                                assertThat(page.statusCode()).isEqualTo(401);
                                assertThat(page.body()).contains("action=\"/sign-in\"");
                                return;
                            }
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
        return console.table().stream()
                .filter(route -> !(route.access() instanceof Access.Everybody))
                .filter(route -> !(route.access() instanceof Access.Open));
    }

    private static String example(ConsoleRoute route) {
        String path = EXAMPLES.getOrDefault(route.path(), route.path());
        assertThat(path).as("EXAMPLES needs a path for " + route).doesNotContain(":");
        return path;
    }
}
