package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.signin.SignInConfig.PasswordsOf;
import cn.suinian.gateway.oidc.ProviderConfig.SecondFactor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through a provider of identity, over HTTP, with the real register: who is in, and as whom. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ProviderSignInTest extends ProviderStand {

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
}
