package cn.suinian.gateway.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is refused, and what fails. After the {@link CounterDay}, of whose people and cards it speaks. */
final class CounterTroubles {
    /** How many calls a node has under way or waiting. */
    private static final int PLACES = 64;

    private static final String SEARCH = "/v1/holders/search";
    private static final String BY_NAME = "{\"q\":\"试登记\"}";
    private static final String LOSS = "/v1/cards/30000003/loss";
    private static final String LOST = "{\"seen\":\"ACTIVE\",\"by\":\"HOLDER\"}";

    private static final String CATEGORY = "{\"category\":\"LOW_INCOME\",\"from\":\"2026-01-01\",\"evidence\":\"低保证\"}";

    private final CounterStand stand;
    private final Client client;
    private final Witness witness;

    CounterTroubles(CounterStand stand, Client client, Witness witness) {
        this.stand = stand;
        this.client = client;
        this.witness = witness;
    }

    void happen() throws IOException, SQLException {
        tokens();
        strangers();
        bodies();
        addresses();
        rules();
        elsewhere();
        database();
    }

    private void tokens() throws IOException {
        String path = "/v1/oauth/token";
        witness.expect("token 400 invalid_request", stand, Ask.post(path, "{}"));
        witness.expect("token 400 unsupported_grant_type", stand, Ask.form(path, "grant_type=password"));
        witness.expect("token 400 invalid_scope", stand, Ask.form(path, "grant_type=client_credentials&scope=all"));
        witness.expect("token 401 invalid_client", stand, Ask.form(path, "grant_type=client_credentials"));
        witness.expect("token 400 BAD_HTTP", stand, Ask.form(path, "").header("bad name: x"));
        witness.expect("token 400 FIELD_MALFORMED", stand, Ask.form(path + "?%zz", ""));
    }

    private void strangers() throws IOException, SQLException {
        witness.expect("search 401 AUTHORIZATION_MALFORMED", stand, Ask.post(SEARCH, BY_NAME));
        witness.expect(
                "search 401 TOKEN_NOT_GOOD", stand, Ask.post(SEARCH, BY_NAME).token("stranger"));
        Client auditor = stand.client("auditors", Role.AUDITOR, Scope.CITY);
        witness.expect(
                "register 403 NOT_PERMITTED",
                stand,
                Ask.act("/v1/holders", "{}").token(auditor.token()));
    }

    private void bodies() throws IOException {
        expect("search 400 BAD_HTTP", Ask.post(SEARCH, BY_NAME).header("bad name: x"));
        expect("search 400 NOT_JSON", Ask.post(SEARCH, "{"));
        expect("search 400 FIELD_MISSING", Ask.post(SEARCH, "{}"));
        expect("search 400 FIELD_UNKNOWN", Ask.post(SEARCH, "{\"q\":\"试登记\",\"colour\":1}"));
        expect("search 400 FIELD_MALFORMED", Ask.post(SEARCH, "{\"q\":1}"));
        expect("search 400 FIELD_TWICE", Ask.post(SEARCH, "{\"q\":\"a\",\"q\":\"b\"}"));
        expect("issue 400 FIELD_OUT_OF_RANGE", Ask.act("/v1/cards", "{\"holderId\":0}"));
        expect("search 413 BODY_TOO_LARGE", Ask.post(SEARCH, " ".repeat(16 * 1024 + 1)));
        expect("search 415 CONTENT_TYPE", Ask.of("POST", SEARCH).body(BY_NAME.getBytes(UTF_8)));
        expect("search 422 REFUSED_BY_RULE", Ask.post(SEARCH, "{\"q\":\"1\"}"));
    }

    private void addresses() throws IOException {
        expect("stock 400 BAD_HTTP", Ask.get("/v1/stock").header("bad name: x"));
        expect("stock 400 FIELD_UNKNOWN", Ask.get("/v1/stock?colour=1"));
        expect("holder 400 FIELD_MALFORMED", Ask.get("/v1/holders/x"));
        expect("cardsDue 400 FIELD_OUT_OF_RANGE", Ask.get("/v1/cards/due?limit=0"));
        expect("cardsDue 400 FIELD_TWICE", Ask.get("/v1/cards/due?limit=1&limit=1"));
    }

    private void rules() throws IOException {
        expect("holder 404 HOLDER_NOT_FOUND", Ask.get("/v1/holders/999"));
        expect("card 404 CARD_NOT_FOUND", Ask.get("/v1/cards/999"));
        Elder elder = Elder.another();
        long holderId = client.register(elder);
        expect("register 409 ALREADY_REGISTERED", Ask.act("/v1/holders", elder.json()));
        expect(
                "register 409 LOOKS_REGISTERED",
                Ask.act("/v1/holders", elder.namesake().json()));
        expect(
                "register 409 STATE_CONFLICT",
                Ask.act("/v1/holders", Elder.another().json(",\"categories\":[" + CATEGORY + "," + CATEGORY + "]")));
        expect(
                "register 422 REFUSED_BY_RULE",
                Ask.act("/v1/holders", elder.named("1").json()));
        expect("activate 409 STATE_CONFLICT", Ask.act("/v1/cards/30000002/activation", "{\"seen\":\"ISSUED\"}"));
        String holder = "/v1/holders/" + holderId;
        String phone = "{\"phone\":\"13912345678\",\"reason\":\"本人更换手机\"}";
        expect("correct 428 IF_MATCH_MISSING", Ask.act("PATCH", holder, phone));
        expect("correct 412 CHANGED_MEANWHILE", Ask.act("PATCH", holder, phone).header("If-Match: \"7\""));
        String key = "a key of two calls".replace(' ', '-');
        int serial = client.send(
                        201,
                        Ask.post("/v1/cards", "{\"holderId\":" + holderId + "}").key(key))
                .json()
                .get("serial")
                .asInt();
        expect(
                "issue 422 CALL_KEY_REUSED",
                Ask.post("/v1/cards", "{\"holderId\":1}").key(key));
        losses("/v1/cards/" + serial + "/loss", key);
    }

    private void losses(String path, String usedKey) throws IOException {
        String loss = "{\"seen\":\"ISSUED\",\"by\":\"HOLDER\"}";
        expect("reportLoss 404 CARD_NOT_FOUND", Ask.act("/v1/cards/999/loss", loss));
        expect("reportLoss 409 STATE_CONFLICT", Ask.act(path, loss.replace("ISSUED", "LOST")));
        expect(
                "reportLoss 422 REFUSED_BY_RULE",
                Ask.act(path, loss.replace("}", ",\"lostAt\":\"2099-01-01T00:00:00Z\"}")));
        expect("reportLoss 422 CALL_KEY_REUSED", Ask.post(path, loss).key(usedKey));
    }

    private void elsewhere() throws IOException {
        witness.expect("elsewhere 404 NO_SUCH_RESOURCE", stand, Ask.get("/v1/nothing"));
        witness.expect("elsewhere 405 METHOD_NOT_ALLOWED", stand, Ask.of("DELETE", "/v1/holders/1"));
        witness.expect("elsewhere 400 BAD_HTTP", stand, Ask.get("/v1/nothing").header("bad name: x"));
    }

    /** While somebody holds the head of the audit trail, acts wait. */
    private void database() throws IOException, SQLException {
        Client luohu = stand.client("luohu-bank", Role.COUNTER_SUPERVISOR, new Scope(District.LUOHU, null));
        luohu.token();
        try (Wire first = stand.connect();
                Connection other = HeldHead.hold(stand)) {
            Ask loss = Ask.post(LOSS, LOST).key("under-way").token(luohu.token());
            first.send(loss.bytes());
            HeldHead.awaitWaiting(stand, 1);
            witness.expect(
                    "reportLoss 409 CALL_IN_PROGRESS",
                    stand,
                    Ask.post(LOSS, LOST).key("under-way").token(luohu.token()));
            stand.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + HeldHead.WAITING);
            Reply broken = witness.noted(loss, first.read(true));
            assertThat(broken.code()).isEqualTo(50303);
            tooMany(luohu, other);
        }
        ourFault();
    }

    /** All places of the node are taken; whoever comes then is told so, and the others are served in the end. */
    private void tooMany(Client luohu, Connection other) throws IOException, SQLException {
        List<Wire> wires = new ArrayList<>();
        Ask search = Ask.post(SEARCH, BY_NAME).token(luohu.token());
        for (int i = 0; i < PLACES; i++) {
            Wire wire = stand.connect();
            wires.add(wire);
            wire.send(search.bytes());
        }
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Wire late = asking(search, wires);
        while (!late.somethingCame()) {
            assertThat(System.nanoTime()).as("nobody was turned away").isLessThan(patience);
            late = asking(search, wires);
        }
        Reply reply = witness.noted(search, late.read(true));
        assertThat(reply.code()).isEqualTo(50305);
        wires.remove(late);
        late.close();
        other.rollback();
        List<Integer> answers = new ArrayList<>();
        for (Wire wire : wires) {
            wire.patience(30_000);
            answers.add(wire.read(true).status());
            wire.close();
        }
        assertThat(answers).isSubsetOf(200, 503);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(PLACES);
    }

    /** One more, who may have got a place before those who came first. */
    private Wire asking(Ask search, List<Wire> wires) throws IOException {
        Wire wire = stand.connect();
        wires.add(wire);
        wire.patience(300);
        wire.send(search.bytes());
        return wire;
    }

    private void ourFault() throws IOException, SQLException {
        stand.ask("ALTER TABLE card_stock RENAME TO card_stock_away");
        try {
            expect("stock 500 OUR_FAULT", Ask.get("/v1/stock"));
        } finally {
            stand.ask("ALTER TABLE card_stock_away RENAME TO card_stock");
        }
    }

    /** Limits of a node that is tighter than others. */
    static void ofLimits(Database database, Witness witness) throws IOException, SQLException {
        try (CounterStand tight = new CounterStand(database, new CounterStand.Setup(1, 1));
                Wire slow = tight.connect()) {
            Client hasty = tight.client("hasty-bank", Role.COUNTER_CLERK, Scope.CITY);
            Ask due = Ask.get("/v1/cards/due").token(hasty.token());
            witness.ask(tight, due);
            witness.ask(tight, due);
            witness.expect("cardsDue 429 RATE_LIMITED", tight, due);
            Ask dripping = Ask.post(SEARCH, BY_NAME).token(hasty.token());
            byte[] most = java.util.Arrays.copyOf(dripping.bytes(), dripping.bytes().length - 1);
            slow.send(most);
            assertThat(witness.noted(dripping, slow.read(true)).code()).isEqualTo(40801);
        }
    }

    private void expect(String wanted, Ask ask) throws IOException {
        witness.expect(wanted, stand, ask.token(client.token()));
    }
}
