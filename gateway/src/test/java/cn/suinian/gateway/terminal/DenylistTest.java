package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The denylist over HTTP, from a real database. Every reply's MAC and signature are checked by {@link HeldList}. */
@ExtendWith(PostgresExtension.class)
class DenylistTest {
    private static final String LISTED = "SELECT count(*) FROM card JOIN holder USING (holder_id) "
            + "WHERE status = 'LOST' OR deceased_on IS NOT NULL";

    private static TerminalStand stand;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void hasTheCardsThatAreLostAndNoOther() throws Exception {
        HeldList held = new HeldList(stand).fetch();
        assertThat(held.cards()).contains(SmallCity.LOST_CARD).doesNotContain(SmallCity.VECTOR_CARD);
        assertThat(held.cards()).hasSize(Integer.parseInt(stand.ask(LISTED)));
        assertThat(held.version()).isEqualTo(Long.parseLong(stand.ask("SELECT version FROM denylist_head")));
    }

    @Test
    void hasALostCardAtTheVeryNextCall() throws Exception {
        HeldList follower = new HeldList(stand).fetch();
        for (int i = 0; i < 30; i++) {
            String card = stand.anotherCard();
            set(card, "LOST");
            assertThat(HeldList.names(follower.follow(), "adds")).containsExactly(card);
            if (i % 10 == 0) {
                assertThat(new HeldList(stand).fetch().cards()).isEqualTo(follower.cards());
            }
        }
    }

    @Test
    void tellsTheLastChangeOfEachCardOnce() throws Exception {
        HeldList early = new HeldList(stand).fetch();
        String lostForGood = stand.anotherCard();
        String foundAgain = stand.anotherCard();
        set(lostForGood, "LOST");
        set(foundAgain, "LOST");
        set(lostForGood, "ACTIVE");
        HeldList between = new HeldList(stand).fetch();
        set(lostForGood, "LOST");
        set(foundAgain, "ACTIVE");
        JsonNode changes = early.follow();
        assertThat(HeldList.names(changes, "adds")).containsExactly(lostForGood);
        assertThat(HeldList.names(changes, "removes")).containsExactly(foundAgain);
        between.follow();
        assertThat(between.cards())
                .isEqualTo(early.cards())
                .contains(lostForGood)
                .doesNotContain(foundAgain);
    }

    @Test
    void hasTheCardsOfTheDead() throws Exception {
        HeldList held = new HeldList(stand).fetch();
        String card = stand.anotherCard();
        stand.ask("UPDATE holder SET deceased_on = '2026-11-20' WHERE holder_id = "
                + "(SELECT holder_id FROM card WHERE card_serial = " + serial(card) + ")");
        assertThat(HeldList.names(held.follow(), "adds")).containsExactly(card);
    }

    @Test
    void saysThatNothingChanged() throws Exception {
        String card = stand.anotherCard();
        set(card, "LOST");
        long version = new HeldList(stand).fetch().version();
        for (String[] what : new String[][] {
            {"", "\"" + version + "\""}, {"?since=" + (version - 1), "\"" + (version - 1) + "-" + version + "\""}
        }) {
            Request request = get(what[0]).header("If-None-Match: " + what[1]);
            Reply reply = stand.send(request);
            assertThat(reply.status()).isEqualTo(304);
            assertThat(reply.body()).isEmpty();
            assertThat(reply.header("etag")).hasValue(what[1]);
            assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
            assertThat(reply.header("suinian-signature")).isEmpty();
        }
        set(card, "ACTIVE");
        Reply changed = stand.send(get("").header("If-None-Match: \"" + version + "\""));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("etag")).hasValue("\"" + (version + 1) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "?since=9007199254740992, 40005, since",
        "?since=9007199254740993, 40005, since",
        "?since=-1, 40005, since",
        "?since=, 40004, since",
        "?since=1e3, 40004, since",
        "?since=99999999999999999999, 40005, since",
        "?since=0&since=0, 40006, since",
        "?version=1, 40003, version"
    })
    void refusesAnotherQuestion(String query, int code, String field) throws IOException {
        Request request = get(query);
        Reply reply = stand.send(request);
        assertThat(reply.code()).as(reply::text).isEqualTo(code);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
        assertThat(reply.header("suinian-signature")).isEmpty();
    }

    @Test
    void isNothingForStrangers() throws IOException {
        assertThat(stand.send(get("").authorization("")).code()).isEqualTo(40101);
        assertThat(stand.send(get("").method("POST")).code()).isEqualTo(40501);
    }

    @Test
    void publishesItsKeysToEverybodyAndProvesThemToATerminal() throws IOException {
        Reply open = stand.send(Request.get(0, "/v1/keys").authorization(""));
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.header("suinian-mac")).isEmpty();
        assertThat(open.text())
                .isEqualTo("{\"signing\":[{\"version\":1,\"algorithm\":\"SM2\",\"curve\":\"sm2p256v1\",\"publicKey\":\""
                        + "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"
                        + "\",\"id\":\"1234567812345678\"}]}");
        Request asTerminal = Request.get(SmallCity.GATE, "/v1/keys");
        Reply proven = stand.send(asTerminal);
        assertThat(proven.body()).isEqualTo(open.body());
        assertThat(proven.header("suinian-mac")).hasValue(asTerminal.replyMac(proven));
        assertThat(stand.send(asTerminal.authorization("nobody")).code()).isEqualTo(40101);
    }

    private static void set(String card, String status) throws SQLException {
        stand.ask(
                "UPDATE card SET status = '" + status + "', status_since = now() WHERE card_serial = " + serial(card));
    }

    private static int serial(String card) {
        return CardNumber.parse(card).orElseThrow().serial();
    }

    private static Request get(String query) {
        return Request.get(SmallCity.CANTEEN, "/v1/denylist" + query);
    }
}
