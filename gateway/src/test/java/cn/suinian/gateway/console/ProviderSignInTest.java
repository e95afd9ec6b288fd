package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.signin.SignInConfig.PasswordsOf;
import cn.suinian.gateway.oidc.HouseProvider;
import cn.suinian.gateway.oidc.HouseProvider.Signing;
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
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through a provider of identity, over HTTP, with the real register. Whatever is amiss opens nothing. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ProviderSignInTest {

    private static final Actor HOUSE = Actor.house("launcher");
    private static final Consumer<JsonObject> TWO_FACTORS =
            claims -> claims.put("amr", new JsonArray().add("pwd").add("mfa"));

    private final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    private final HttpClient browser = HttpClient.newHttpClient();
    private Database database;
    private HouseProvider provider;
    private ConsoleServer console;

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

    @Test
    void whoeverTheRegisterHasIsInWithTheRightsOfTheRegister() throws Exception {
        assertThat(console.getAsNobody("/sign-in").body())
                .contains("href=\"/sign-in/provider\"", "用市民政局登录", "name=\"password\"");
        HttpResponse<String> left = console.getAsNobody("/sign-in/provider?next=%2Faccount");
        assertThat(left.headers().allValues("Set-Cookie"))
                .anySatisfy(each -> assertThat(each)
                        .containsIgnoringCase("HttpOnly")
                        .contains("suinian-trip=", "SameSite=Lax", "Max-Age=600"));
        provider.tweak = TWO_FACTORS.andThen(claims -> claims.put("roles", new JsonArray().add("ADMINISTRATOR")));

        HttpResponse<String> arrived = comeBack(left);

        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.body())
                .contains("content=\"0;url=/account\"", "href=\"/account\"")
                .doesNotContain("code-1");
        String session = cookie(arrived, "suinian");
        assertThat(arrived.headers().allValues("Set-Cookie"))
                .anyMatch(each -> each.startsWith("suinian=") && each.contains("SameSite=Strict"))
                .anyMatch(each -> each.startsWith("suinian-trip=;") || each.contains("Max-Age=0"));
        assertThat(status("/account", session)).isEqualTo(200);
        assertThat(status("/holders/new", session)).isEqualTo(200);
        assertThat(status("/staff", session)).isEqualTo(403);
        assertThat(audited("PROVIDER_LINKED")).isEqualTo("1");
        assertThat(TestServers.ask(database, "SELECT address FROM audit_log WHERE act = 'SIGNED_IN'"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void theSecondTimeTheLinkIsThere() throws Exception {
        String first = cookie(signIn(), "suinian");
        String second = cookie(signIn(), "suinian");

        assertThat(second).isNotEqualTo(first);
        assertThat(status("/account", second)).isEqualTo(200);
        assertThat(audited("PROVIDER_LINKED")).isEqualTo("1");
        assertThat(audited("SIGNED_IN")).isEqualTo("2");
    }

    @Test
    void aSignInThereEndsLikeAnyOther() throws Exception {
        String idle = cookie(signIn(), "suinian");
        clock.advance(Duration.ofMinutes(16));
        assertThat(status("/account", idle)).isEqualTo(303);

        String out = cookie(signIn(), "suinian");
        TestServers.ask(database, "UPDATE staff SET status = 'DISABLED' WHERE account = 'clerk' RETURNING 1");
        assertThat(status("/account", out)).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"RS256", "ES256"},
            mode = EnumSource.Mode.EXCLUDE)
    void noOtherSignatureThanOneOfItsKeysIsTaken(Signing signing) throws Exception {
        allow(hire("chief", Role.ADMINISTRATOR));
        provider.signing = signing;

        refused(signIn(), 403);

        provider.signing = Signing.ES256;
        assertThat(signIn().statusCode()).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> noTokenIsTakenThatIsNotForThisVeryTrip() {
        long now = clock.instant().getEpochSecond();
        Map<String, Consumer<JsonObject>> lies = Map.ofEntries(
                Map.entry("wrong nonce", claims -> claims.put("nonce", "of-another-trip")),
                Map.entry("no nonce", claims -> claims.remove("nonce")),
                Map.entry("wrong audience", claims -> claims.put("aud", "another-client")),
                Map.entry("no audience", claims -> claims.remove("aud")),
                Map.entry(
                        "for others too, and made for them",
                        claims -> claims.put(
                                        "aud",
                                        new JsonArray()
                                                .add(HouseProvider.CLIENT)
                                                .add("other"))
                                .put("azp", "other")),
                Map.entry(
                        "for others too, and for nobody in particular",
                        claims -> claims.put(
                                "aud", new JsonArray().add(HouseProvider.CLIENT).add("other"))),
                Map.entry("wrong issuer", claims -> claims.put("iss", "https://id.example")),
                Map.entry("no issuer", claims -> claims.remove("iss")),
                Map.entry("expired", claims -> claims.put("exp", now - 61)),
                Map.entry("never expires", claims -> claims.remove("exp")),
                Map.entry("from the future", claims -> claims.put("iat", now + 3_600)),
                Map.entry("proved yesterday", claims -> claims.put("auth_time", now - 86_400)),
                Map.entry("nobody's", claims -> claims.remove("sub")),
                Map.entry("without a login", claims -> claims.remove("preferred_username")),
                Map.entry("login of another kind", claims -> claims.put("preferred_username", 7)));
        return lies.entrySet().stream()
                .map(lie -> DynamicTest.dynamicTest(lie.getKey(), () -> {
                    provider.tweak = TWO_FACTORS.andThen(lie.getValue());
                    String sessions = sessions();
                    refusedMore(signIn(), 403, sessions);
                }));
    }

    @Test
    void aCodeIsRedeemedOnceAndAWayBackGoneOnce() throws Exception {
        HttpResponse<String> left = console.getAsNobody("/sign-in/provider");
        String back = wayBack(left);
        assertThat(console.getAsNobody(back, "Cookie", cookie(left, "suinian-trip"))
                        .statusCode())
                .isEqualTo(200);
        String sessions = sessions();

        refusedMore(console.getAsNobody(back, "Cookie", cookie(left, "suinian-trip")), 400, sessions);
        refusedMore(console.getAsNobody(back), 400, sessions);
    }

    @Test
    void aCodeOfAnotherTripIsWorthNothing() throws Exception {
        HttpResponse<String> strangers = console.getAsNobody("/sign-in/provider");
        HttpResponse<String> mine = console.getAsNobody("/sign-in/provider");
        String theirs = wayBack(strangers);
        String code = theirs.substring(theirs.indexOf("code="), theirs.indexOf('&'));
        String state = wayBack(mine).replaceAll(".*&state=", "");

        refused(console.getAsNobody(theirs, "Cookie", cookie(mine, "suinian-trip")), 400);
        refused(
                console.getAsNobody(
                        "/sign-in/provider/back?" + code + "&state=" + state, "Cookie", cookie(mine, "suinian-trip")),
                400);
    }

    @Test
    void aGoodCodeComesWithTheStateThatLeftOrNotAtAll() throws Exception {
        for (String state : new String[] {"", "&state=", "&state=of-another-browser"}) {
            HttpResponse<String> left = console.getAsNobody("/sign-in/provider");
            String back = wayBack(left).replaceAll("&state=.*", state);
            refused(console.getAsNobody(back, "Cookie", cookie(left, "suinian-trip")), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?state=x&code=y",
                "?error=access_denied",
                "?code=%00&state=%3Cscript%3E",
            })
    void nobodyComesBackWhoDidNotLeave(String query) throws Exception {
        refused(console.getAsNobody("/sign-in/provider/back" + query), 400);
    }

    @Test
    void whoeverIsTurnedAwayThereIsToldSo() throws Exception {
        HttpResponse<String> left = console.getAsNobody("/sign-in/provider");
        String state = wayBack(left).replaceAll(".*&state=", "");
        HttpResponse<String> back = console.getAsNobody(
                "/sign-in/provider/back?error=access_denied&error_description=%3Cb%3E&state=" + state,
                "Cookie",
                cookie(left, "suinian-trip"));

        refused(back, 403);
        assertThat(back.body()).contains("统一身份没有让您登录").doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fevil.example",
                "%2F%2Fevil.example",
                "%2F%5Cevil.example",
                "javascript%3Aalert(1)",
                "%2Fsign-in",
                "%2Fx%22%3E%3Cscript%3E"
            })
    void leadsNowhereButToAPageOfOurs(String next) throws Exception {
        HttpResponse<String> arrived = comeBack(console.getAsNobody("/sign-in/provider?next=" + next));

        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.body())
                .contains("content=\"0;url=/\"")
                .doesNotContain("evil.example", "alert(1)", "<script>");
    }

    @Test
    void whoeverIsNotInTheRegisterIsToldSoAndAudited() throws Exception {
        provider.tweak = TWO_FACTORS.andThen(claims -> claims.put("preferred_username", "stranger@elsewhere"));
        HttpResponse<String> stranger = signIn();
        refused(stranger, 403);
        assertThat(stranger.body()).contains("本系统没有您在用的账号");
        assertThat(whys()).isEqualTo("NOT_IN_REGISTER");
        assertThat(TestServers.ask(database, "SELECT string_agg(t::text, ' ') FROM audit_log t"))
                .doesNotContain("stranger");

        provider.tweak = TWO_FACTORS.andThen(claims -> claims.put("preferred_username", "CLER\u212A"));
        refused(signIn(), 403);
    }

    @Test
    void whoeverIsDisabledStaysOut() throws Exception {
        signIn();
        TestServers.ask(database, "UPDATE staff SET status = 'DISABLED' WHERE account = 'clerk' RETURNING 1");
        TestServers.ask(database, "DELETE FROM staff_session RETURNING 1");

        refused(signIn(), 403);
        assertThat(whys()).isEqualTo("NOT_IN_REGISTER");
    }

    @Test
    void aLoginThatWasGivenToSomebodyElseOpensNothing() throws Exception {
        signIn();
        String sessions = sessions();
        provider.tweak = TWO_FACTORS.andThen(claims -> claims.put("sub", "subject-2"));

        refusedMore(signIn(), 403, sessions);
        assertThat(whys()).isEqualTo("OTHER_SUBJECT");

        allow(hire("second", Role.COUNTER_CLERK));
        provider.tweak = TWO_FACTORS.andThen(claims -> claims.put("preferred_username", "second"));
        refusedMore(signIn(), 403, sessions);
    }

    @Test
    void anAccountIsLinkedOnlyWhileSomebodyLetsIt() throws Exception {
        hire("fresh", Role.COUNTER_CLERK);
        provider.tweak = TWO_FACTORS.andThen(claims -> claims.put("preferred_username", "fresh"));
        HttpResponse<String> tooEarly = signIn();
        refused(tooEarly, 403);
        assertThat(tooEarly.body()).contains("尚未允许通过统一身份登录");

        provider.tweak = TWO_FACTORS;
        clock.advance(Duration.ofDays(7));
        refused(signIn(), 403);
        assertThat(whys()).isEqualTo("NOT_LINKED,NOT_LINKED");
    }

    @Test
    void anAdministratorEndsALinkAndItsSessions() throws Exception {
        String session = cookie(signIn(), "suinian");
        StaffMember clerk = console.offices().staff().list(HOUSE, "", 1).get(0);
        console.offices().staff().dropProvider(HOUSE, clerk.staffId(), clerk.rowVersion(), "left the agency");

        assertThat(status("/account", session)).isEqualTo(303);
        assertThat(signIn().statusCode()).isEqualTo(403);
        assertThat(audited("PROVIDER_UNLINKED")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amr", "acr"})
    void anotherFactorIsAskedForUnlessTheTokenHasOne(String claim) throws Exception {
        provider.tweak = claims -> claims.put("amr", new JsonArray().add("pwd")).put("acr", "house:one");
        HttpResponse<String> one = signIn();
        assertThat(one.body()).contains("content=\"0;url=/sign-in/authenticator\"");
        assertThat(console.getAsNobody("/account", "Cookie", cookie(one, "suinian"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/sign-in/authenticator?next=%2Faccount");
        assertThat(audited("SIGNED_IN")).isEqualTo("0");

        provider.tweak = claim.equals("amr") ? TWO_FACTORS : claims -> claims.put("acr", "house:two");
        assertThat(signIn().body()).contains("content=\"0;url=/\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = SecondFactor.class,
            names = {"TRUSTED", "OURS"})
    void theHouseMaySayWhatCounts(SecondFactor second) throws Exception {
        console.close();
        console = ConsoleServer.withProvider(database, clock, provider.config(second, PasswordsOf.EVERYBODY));
        provider.tweak = second == SecondFactor.OURS ? TWO_FACTORS : claims -> {};

        assertThat(signIn().body())
                .contains(
                        second == SecondFactor.OURS
                                ? "content=\"0;url=/sign-in/authenticator\""
                                : "content=\"0;url=/\"");
    }

    @Test
    void onlyWhoJustProvedItThereCountsAsProved() throws Exception {
        allow(hire("chief", Role.ADMINISTRATOR));
        Consumer<JsonObject> chief = TWO_FACTORS.andThen(claims -> claims.put("preferred_username", "chief"));
        provider.tweak = chief.andThen(claims -> claims.remove("auth_time"));
        String unsaid = cookie(signIn(), "suinian");
        HttpResponse<String> asked = console.getAsNobody("/staff/new", "Cookie", unsaid);
        assertThat(asked.headers().firstValue("Location")).hasValue("/account/prove?next=%2Fstaff%2Fnew");
        assertThat(console.getAsNobody("/account/prove?next=%2Fstaff%2Fnew", "Cookie", unsaid)
                        .body())
                .contains("href=\"/sign-in/provider?next=%2Fstaff%2Fnew\"");

        provider.tweak = chief;
        assertThat(status("/staff/new", cookie(signIn(), "suinian"))).isEqualTo(200);
    }

    @Test
    void aProviderThatIsDownClosesNoOtherDoor() throws Exception {
        HttpResponse<String> left = console.getAsNobody("/sign-in/provider");
        String back = wayBack(left);
        provider.fallSilent();

        HttpResponse<String> half = console.getAsNobody(back, "Cookie", cookie(left, "suinian-trip"));
        refused(half, 503);
        assertThat(half.body()).contains("统一身份暂时无法使用", "href=\"/sign-in\"");
        refused(console.getAsNobody("/sign-in/provider"), 503);
        String password = console.offices()
                .staff()
                .create(HOUSE, new NewStaff("local", "测试员", Set.of(Role.ADMINISTRATOR), Scope.CITY))
                .password()
                .reveal();
        assertThat(byPassword("local", password).headers().firstValue("Location"))
                .hasValue("/sign-in/authenticator");
    }

    @Test
    void aHouseMayLeavePasswordsToAdministrators() throws Exception {
        console.close();
        console = ConsoleServer.withProvider(
                database, clock, provider.config(SecondFactor.ASSERTED, PasswordsOf.ADMINISTRATORS));
        String clerks = handOver("teller", Role.COUNTER_CLERK);
        String chiefs = handOver("chief", Role.ADMINISTRATOR);

        assertThat(console.getAsNobody("/sign-in").body()).contains("密码登录仅供系统管理员");
        assertThat(byPassword("teller", clerks).statusCode()).isEqualTo(422);
        assertThat(byPassword("chief", chiefs).statusCode()).isEqualTo(303);
    }

    @Test
    void keysThatChangedAreLearntByTheNextTry() throws Exception {
        assertThat(signIn().statusCode()).isEqualTo(200);
        provider.changeKeys();

        assertThat(signIn().statusCode()).isEqualTo(403);
        assertThat(signIn().statusCode()).isEqualTo(200);
    }

    private StaffMember hire(String account, Role role) throws SQLException {
        return console.offices()
                .staff()
                .create(HOUSE, new NewStaff(account, "测试员", Set.of(role), Scope.CITY))
                .member();
    }

    private String handOver(String account, Role role) throws SQLException {
        return console.offices()
                .staff()
                .create(HOUSE, new NewStaff(account, "测试员", Set.of(role), Scope.CITY))
                .password()
                .reveal();
    }

    private void allow(StaffMember member) throws SQLException {
        console.offices().staff().allowProvider(HOUSE, member.staffId(), member.rowVersion(), "works here");
    }

    private HttpResponse<String> signIn() throws Exception {
        return comeBack(console.getAsNobody("/sign-in/provider"));
    }

    private HttpResponse<String> comeBack(HttpResponse<String> left) throws Exception {
        return console.getAsNobody(wayBack(left), "Cookie", cookie(left, "suinian-trip"));
    }

    /** Through the provider, which leads the browser back at once. */
    private String wayBack(HttpResponse<String> left) throws Exception {
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

    private HttpResponse<String> byPassword(String account, String password) throws Exception {
        return console.postRaw(
                "/sign-in",
                Map.of("csrf", "a-token-of-the-door-1", "account", account, "password", password),
                "Cookie",
                "suinian-door=a-token-of-the-door-1");
    }

    private void refused(HttpResponse<String> page, int status) throws SQLException {
        refusedMore(page, status, "0");
    }

    private void refusedMore(HttpResponse<String> page, int status, String sessions) throws SQLException {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("suinian="));
        assertThat(sessions()).isEqualTo(sessions);
    }

    private String sessions() throws SQLException {
        return TestServers.ask(database, "SELECT count(*) FROM staff_session");
    }

    private String audited(String act) throws SQLException {
        return TestServers.ask(database, "SELECT count(*) FROM audit_log WHERE act = '" + act + "'");
    }

    private String whys() throws SQLException {
        return TestServers.ask(
                database,
                "SELECT string_agg(substring(after from 'why[^A-Z]+([A-Z_]+)'), ',' ORDER BY entry_no) FROM audit_log"
                        + " WHERE act = 'SIGN_IN_REFUSED' AND address = '127.0.0.1'");
    }

    private int status(String path, String session) throws Exception {
        return console.getAsNobody(path, "Cookie", session).statusCode();
    }

    private static String cookie(HttpResponse<String> page, String name) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + ": " + page.body()));
    }
}
