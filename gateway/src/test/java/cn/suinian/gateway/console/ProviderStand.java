package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.signin.SignInConfig.PasswordsOf;
import cn.suinian.gateway.oidc.HouseProvider;
import cn.suinian.gateway.oidc.ProviderConfig.SecondFactor;
import cn.suinian.gateway.stand.SettableClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A console with a provider of identity beside it, and the way there and back; each test has both of its own. */
abstract class ProviderStand {

    static final Actor HOUSE = Actor.house("launcher");
    static final Consumer<JsonObject> TWO_FACTORS =
            claims -> claims.put("amr", new JsonArray().add("pwd").add("mfa"));

    final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    private final HttpClient browser = HttpClient.newHttpClient();

    Database database;
    HouseProvider provider;
    ConsoleServer console;

    @BeforeEach
    void open(Database given) throws SQLException {
        database = given;
        provider = new HouseProvider(clock);
        provider.tweak = TWO_FACTORS;
        console = ConsoleServer.withProvider(
                database, clock, provider.config(SecondFactor.ASSERTED, PasswordsOf.EVERYBODY));
        allow(hire("clerk", Role.COUNTER_CLERK));
    }

    @AfterEach
    void close() {
        console.close();
        provider.close();
    }

    StaffMember hire(String account, Role role) throws SQLException {
        return console.offices()
                .staff()
                .create(HOUSE, new NewStaff(account, "测试员", Set.of(role), Scope.CITY))
                .member();
    }

    String handOver(String account, Role role) throws SQLException {
        return console.offices()
                .staff()
                .create(HOUSE, new NewStaff(account, "测试员", Set.of(role), Scope.CITY))
                .password()
                .reveal();
    }

    void allow(StaffMember member) throws SQLException {
        console.offices().staff().allowProvider(HOUSE, member.staffId(), member.rowVersion(), "works here");
    }

    HttpResponse<String> signIn() throws Exception {
        return comeBack(console.getAsNobody("/sign-in/provider"));
    }

    HttpResponse<String> comeBack(HttpResponse<String> left) throws Exception {
        return console.getAsNobody(wayBack(left), "Cookie", cookie(left, "suinian-trip"));
    }

    /** Through the provider, which leads the browser back at once. */
    String wayBack(HttpResponse<String> left) throws Exception {
        assertThat(left.statusCode()).isEqualTo(303);
        String address = left.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith(provider.issuer() + "/authorize?");
        HttpResponse<String> there =
                browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        assertThat(there.statusCode()).as(there.body()).isEqualTo(302);
        String back = there.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(console.url() + "/sign-in/provider/back?");
        return back.substring(console.url().length());
    }

    HttpResponse<String> byPassword(String account, String password) throws Exception {
        return console.postRaw(
                "/sign-in",
                Map.of("csrf", "a-token-of-the-door-1", "account", account, "password", password),
                "Cookie",
                "suinian-door=a-token-of-the-door-1");
    }

    void refused(HttpResponse<String> page, int status) throws SQLException {
        refusedMore(page, status, "0");
    }

    void refusedMore(HttpResponse<String> page, int status, String sessions) throws SQLException {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("suinian="));
        assertThat(sessions()).isEqualTo(sessions);
    }

    String sessions() throws SQLException {
        return TestServers.ask(database, "SELECT count(*) FROM staff_session");
    }

    String audited(String act) throws SQLException {
        return TestServers.ask(database, "SELECT count(*) FROM audit_log WHERE act = '" + act + "'");
    }

    String whys() throws SQLException {
        return TestServers.ask(
                database,
                "SELECT string_agg(substring(after from 'why[^A-Z]+([A-Z_]+)'), ',' ORDER BY entry_no) FROM audit_log"
                        + " WHERE act = 'SIGN_IN_REFUSED' AND address = '127.0.0.1'");
    }

    int status(String path, String session) throws Exception {
        return console.getAsNobody(path, "Cookie", session).statusCode();
    }

    static String cookie(HttpResponse<String> page, String name) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + ": " + page.body()));
    }
}
