package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.client.ApiClients;
import cn.suinian.gateway.stand.Reply;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How clients prove themselves, and for how long. */
@ExtendWith(PostgresExtension.class)
class TokenTest {
    private static final String PATH = "/v1/oauth/token";
    private static final String GRANT = "grant_type=client_credentials";

    private static CounterStand stand;
    private static Client bank;

    @BeforeAll
    static void start(Database database) throws SQLException {
        stand = new CounterStand(database);
        bank = stand.supervisor();
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void theSecretMayStandInTheHeaderOrInTheBody() throws IOException {
        Reply basic = stand.send(Ask.form(PATH, GRANT).header(bank.basic()));
        Reply body = stand.send(Ask.form(PATH, GRANT + "&" + inBody()));
        for (Reply reply : new Reply[] {basic, body}) {
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
            assertThat(reply.header("cache-control")).hasValue("no-store");
            assertThat(reply.json().get("expires_in").asInt()).isEqualTo(1800);
            String token = reply.json().get("access_token").asText();
            assertThat(stand.send(Ask.get("/v1/stock").token(token)).status()).isEqualTo(200);
        }
    }

    @Test
    void parametersThatNobodyKnowsAreIgnored() throws IOException {
        Ask ask = Ask.form(PATH, "colour=red&" + GRANT + "&scope=&client_id=" + bank.id())
                .header(bank.basic());
        assertThat(stand.send(ask).status()).isEqualTo(200);
    }

    @Test
    void whoProvesItselfTwiceIsRefused() throws IOException {
        Ask ask = Ask.form(PATH, GRANT + "&" + inBody()).header(bank.basic());
        assertThat(error(ask)).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|400 invalid_request",
                "grant_type=|400 invalid_request",
                "grant_type=client_credentials&grant_type=client_credentials|400 invalid_request",
                "grant_type=%zz|400 invalid_request",
                "grant_type=authorization_code|400 unsupported_grant_type",
                "grant_type=password&username=a&password=b|400 unsupported_grant_type",
                "grant_type=client_credentials&scope=holders|400 invalid_scope",
                "grant_type=client_credentials|401 invalid_client",
                "grant_type=client_credentials&client_id=futian-bank|401 invalid_client",
                "grant_type=client_credentials&client_id=futian-bank&client_secret=wrong|401 invalid_client",
                "grant_type=client_credentials&client_id=nobody&client_secret=wrong|401 invalid_client",
                "grant_type=client_credentials&client_id=%00&client_secret=%00|401 invalid_client",
                "grant_type=client_credentials&client_id=%27%20OR%201&client_secret=x|401 invalid_client"
            })
    void whatIsWrongIsSaidAsTheRfcSays(String form, String expected) throws IOException {
        assertThat(error(Ask.form(PATH, form))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic bm9jb2xvbg==", "Bearer x", "Basic OjphOmI=", "Basic JTp6"})
    void anOddHeaderIsNoProof(String header) throws IOException {
        Reply reply = stand.send(Ask.form(PATH, GRANT).header("Authorization: " + header));
        assertThat(reply.status()).isIn(400, 401);
        assertThat(reply.json().get("error").asText()).isIn("invalid_client", "invalid_request");
    }

    @Test
    void theFormMustBeAForm() throws IOException {
        assertThat(error(Ask.post(PATH, "{}"))).isEqualTo("400 invalid_request");
        assertThat(stand.send(Ask.get(PATH)).code()).isEqualTo(40501);
    }

    @Test
    void aTokenEndsAfterHalfAnHour() throws IOException, SQLException {
        Client late = stand.client("late-bank", Role.COUNTER_CLERK, Scope.CITY);
        assertThat(late.send(Ask.get("/v1/cards/due")).status()).isEqualTo(200);
        stand.clock().advance(ApiClients.TOKEN_LASTS);
        Reply over = late.send(Ask.get("/v1/cards/due"));
        assertThat(over.code()).isEqualTo(40107);
        assertThat(over.header("www-authenticate")).hasValue("Bearer realm=\"suinian\", error=\"invalid_token\"");
        late.forgetToken();
        assertThat(late.send(Ask.get("/v1/cards/due")).status()).isEqualTo(200);
        stand.clock().advance(Duration.ofMinutes(-30));
        bank.forgetToken();
    }

    @Test
    void aDisabledClientIsOutAtOnce() throws IOException, SQLException {
        Client dismissed = stand.client("dismissed-bank", Role.COUNTER_CLERK, Scope.CITY);
        assertThat(dismissed.send(Ask.get("/v1/cards/due")).status()).isEqualTo(200);
        stand.offices().clients().disable(Actor.house("test"), dismissed.id(), 1, "the contract ended");
        assertThat(dismissed.send(Ask.get("/v1/cards/due")).code()).isEqualTo(40107);
        assertThat(error(Ask.form(PATH, GRANT).header(dismissed.basic()))).isEqualTo("401 invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "HMAC-SM3 terminal=\"1\"", "Bearer ü", ""})
    void anythingElseInTheHeaderIsNoToken(String header) throws IOException {
        Reply reply = stand.send(Ask.get("/v1/stock").header("Authorization: " + header));
        assertThat(reply.code()).isEqualTo(40101);
        assertThat(reply.header("www-authenticate")).hasValue("Bearer realm=\"suinian\"");
    }

    @Test
    void twoTokensAreNone() throws IOException {
        Ask two = Ask.get("/v1/stock").token(bank.token()).token(bank.token());
        assertThat(stand.send(two).code()).isEqualTo(40101);
    }

    @Test
    void aTokenInTheAddressIsNotLookedAt() throws IOException {
        assertThat(stand.send(Ask.get("/v1/stock?access_token=" + bank.token())).code())
                .isEqualTo(40101);
    }

    @Test
    void tokensAndSecretsAreNotKeptInClear() throws IOException, SQLException {
        String token = bank.token();
        for (String secret : new String[] {token, bank.secret()}) {
            assertThat(stand.ask("SELECT (SELECT count(*) FROM api_token t WHERE t::text LIKE '%" + secret + "%')"
                            + " + (SELECT count(*) FROM api_client c WHERE c::text LIKE '%" + secret + "%')"
                            + " + (SELECT count(*) FROM audit_log a WHERE a::text LIKE '%" + secret + "%')"))
                    .isEqualTo("0");
        }
    }

    private static String inBody() {
        return "client_id=" + bank.id() + "&client_secret=" + bank.secret();
    }

    private static String error(Ask ask) throws IOException {
        Reply reply = stand.send(ask);
        return reply.status() + " " + reply.json().path("error").asText();
    }
}
