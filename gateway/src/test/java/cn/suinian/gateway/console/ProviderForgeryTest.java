package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.oidc.HouseProvider;
import cn.suinian.gateway.oidc.HouseProvider.Signing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through a provider of identity, over HTTP, with the real register: whatever is amiss opens nothing. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ProviderForgeryTest extends ProviderStand {

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
    void keysThatChangedAreLearntByTheNextTry() throws Exception {
        assertThat(signIn().statusCode()).isEqualTo(200);
        provider.changeKeys();

        assertThat(signIn().statusCode()).isEqualTo(403);
        assertThat(signIn().statusCode()).isEqualTo(200);
    }
}
