package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.stand.ApiDocument;
import cn.suinian.gateway.stand.Reply;
import java.io.IOException;
import java.time.Duration;

/** The day of the document's examples: each is sent as it stands and answered as it says. */
final class CounterDay {
    private static final ApiDocument DOCUMENT = ApiDocument.ofCounters();

    private final CounterStand stand;
    private final Client client;
    private final Witness witness;

    CounterDay(CounterStand stand, Client client, Witness witness) {
        this.stand = stand;
        this.client = client;
        this.witness = witness;
    }

    void happens() throws IOException {
        token();
        people();
        cards();
        whatIsSaidOfThem();
        aYearLater();
        lives();
        document();
    }

    private void token() throws IOException {
        Reply reply = witness.ask(
                stand,
                Ask.form("/v1/oauth/token", "grant_type=client_credentials").header(client.basic()));
        assertThat(reply.status()).isEqualTo(200);
        witness.seen().add("token 200 token");
    }

    private void people() throws IOException {
        witness.good(client, "register", "newHolder", 201, "newHolder");
        assertThat(client.send(again("register", "newHolder")).code()).isEqualTo(40905);
        assertThat(client.send(again("register", "sameName")).code()).isEqualTo(40906);
        witness.good(client, "register", "anotherPerson", 201, "anotherPerson");
        witness.good(client, "search", "byDocument", 200, "byDocument");
        witness.good(client, "holder", "", 200, "justRegistered");
        witness.good(client, "disclose", "everything", 200, "everything");
    }

    private static Ask again(String id, String example) {
        return Witness.plain(id, DOCUMENT.address(id), DOCUMENT.requestExample(id, example));
    }

    private void cards() throws IOException {
        witness.good(client, "issue", "works", 201, "works");
        witness.good(client, "issue", "named", 201, "named");
        witness.good(client, "issue", "named", 200, "again");
        witness.good(client, "cardsOfHolder", "", 200, "one");
        witness.good(client, "card", "", 200, "active");
        witness.good(client, "activate", act("activation", 30_000_002, "activate", "activated"), 200, "activated");
        witness.good(client, "reportLoss", "lost", 200, "lost");
        witness.good(client, "recover", "found", 200, "found");
        witness.good(client, "replace", "damaged", 201, "damaged");
        witness.good(client, "replace", "damaged", 200, "again");
        witness.good(client, "cancel", act("cancellation", 30_000_002, "cancel", "givenBack"), 200, "givenBack");
        witness.good(client, "stock", "", 200, "ofOneCounter");
    }

    private static Ask act(String act, int serial, String id, String example) {
        String body = DOCUMENT.requestExample(id, example);
        return Witness.plain(id, "/v1/cards/" + serial + "/" + act, body);
    }

    private void whatIsSaidOfThem() throws IOException {
        Ask correction = Witness.plain("correct", DOCUMENT.address("correct"), DOCUMENT.requestExample("correct"));
        witness.good(client, "correct", correction.header("If-Match: \"1\""), 200, "phone");
        witness.good(client, "setHukou", "moved", 204, "");
        witness.good(client, "endHukou", "left", 204, "");
        witness.good(client, "addCategory", "disabled", 204, "");
        witness.good(client, "endCategory", "noLongerPoor", 204, "");
    }

    private void aYearLater() throws IOException {
        stand.clock().advance(Duration.ofDays(350));
        client.forgetToken();
        witness.good(client, "cardsDue", "", 200, "due");
        witness.good(client, "renew", act("renewal", 30_000_003, "renew", "nextYear"), 200, "nextYear");
        stand.clock().advance(Duration.ofDays(-350));
        client.forgetToken();
    }

    private void lives() throws IOException {
        witness.good(client, "recordEvent", event(2, "died"), 200, "died");
        witness.good(client, "recordEvent", event(1, "moved"), 200, "moved");
    }

    private static Ask event(long holderId, String example) {
        String body = DOCUMENT.requestExample("recordEvent", example);
        return Witness.plain("recordEvent", "/v1/holders/" + holderId + "/events", body);
    }

    private void document() throws IOException {
        Reply whole = witness.ask(stand, Ask.get("/openapi.yaml"));
        assertThat(whole.text()).isEqualTo(DOCUMENT.text());
        witness.seen().add("document 200 beginning");
        Ask unchanged = Ask.get("/openapi.yaml")
                .header("If-None-Match: " + whole.header("etag").orElseThrow());
        assertThat(witness.ask(stand, unchanged).status()).isEqualTo(304);
    }
}
