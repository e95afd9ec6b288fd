package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent twice is done once, and both hear the same. */
@ExtendWith(PostgresExtension.class)
class IdempotencyTest {
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
    void theSecondOneHearsTheFirstAnswer() throws IOException, SQLException {
        String key = UUID.randomUUID().toString();
        String body = Elder.another().json();
        String before = stand.ask("SELECT count(*) FROM audit_log");
        Reply first = bank.send(201, Ask.post("/v1/holders", body).key(key));
        Reply second = bank.send(201, Ask.post("/v1/holders", body).key(key));
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("location")).isEqualTo(first.header("location"));
        assertThat(first.header("idempotency-replayed")).isEmpty();
        assertThat(second.header("idempotency-replayed")).hasValue("true");
        assertThat(Integer.parseInt(stand.ask("SELECT count(*) FROM audit_log")))
                .isEqualTo(Integer.parseInt(before) + 1);
    }

    @Test
    void anAnswerWithoutABodyIsRepeatedToo() throws IOException, SQLException {
        long holder = bank.register(Elder.another());
        String body = "{\"category\":\"LOW_INCOME\",\"from\":\"2026-01-01\",\"evidence\":\"低保证\"}";
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            bank.send(
                    204, Ask.post("/v1/holders/" + holder + "/categories", body).key(key));
        }
        assertThat(stand.ask("SELECT count(*) FROM holder_category WHERE holder_id = " + holder))
                .isEqualTo("1");
    }

    @Test
    void thatSomebodyIsRegisteredIsAnAnswerAndKept() throws IOException, SQLException {
        Elder elder = Elder.another();
        long holder = bank.register(elder);
        String key = UUID.randomUUID().toString();
        Reply first = bank.send(409, Ask.post("/v1/holders", elder.json()).key(key));
        Reply second = bank.send(409, Ask.post("/v1/holders", elder.json()).key(key));
        assertThat(first.json().get("holderId").asLong()).isEqualTo(holder);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("idempotency-replayed")).hasValue("true");
        assertThat(stand.ask("SELECT count(*) FROM audit_log WHERE act = 'HOLDER_FOUND_REGISTERED' AND subject = '"
                        + holder + "'"))
                .isEqualTo("1");
    }

    @Test
    void whatWasRefusedLeavesNoKeyBehind() throws IOException {
        Elder elder = Elder.another();
        String key = UUID.randomUUID().toString();
        bank.send(422, Ask.post("/v1/holders", elder.named("1").json()).key(key));
        bank.send(400, Ask.post("/v1/holders", "{").key(key));
        bank.send(201, Ask.post("/v1/holders", elder.json()).key(key));
    }

    @Test
    void aKeyIsForOneCallOnly() throws IOException {
        String key = UUID.randomUUID().toString();
        long holder = bank.register(Elder.another());
        int serial = bank.issue(holder);
        String seen = "{\"seen\":\"ACTIVE\",\"by\":\"HOLDER\"}";
        String path = "/v1/cards/" + serial;
        bank.send(200, Ask.post(path + "/loss", seen).key(key));
        Reply other = bank.send(
                422, Ask.post(path + "/loss", seen.replace("HOLDER", "STAFF")).key(key));
        assertThat(other.code()).isEqualTo(42203);
        assertThat(other.field()).isEqualTo("Idempotency-Key");
        assertThat(bank.send(422, Ask.post(path + "/recovery", seen).key(key)).code())
                .isEqualTo(42203);
    }

    @Test
    void aCorrectionOfAnotherVersionIsAnotherCall() throws IOException {
        long holder = bank.register(Elder.another());
        String key = UUID.randomUUID().toString();
        String body = "{\"phone\":\"13912345678\",\"reason\":\"本人更换手机\"}";
        String path = "/v1/holders/" + holder;
        bank.send(200, Ask.of("PATCH", path).json(body).key(key).header("If-Match: \"1\""));
        bank.send(200, Ask.of("PATCH", path).json(body).key(key).header("If-Match: \"1\""));
        assertThat(bank.send(Ask.of("PATCH", path).json(body).key(key).header("If-Match: \"2\""))
                        .code())
                .isEqualTo(42203);
    }

    @Test
    void anotherClientsKeyIsAnotherKey() throws IOException, SQLException {
        Client other = stand.client("other-bank", Role.COUNTER_SUPERVISOR, new Scope(null, null));
        String key = UUID.randomUUID().toString();
        bank.send(201, Ask.post("/v1/holders", Elder.another().json()).key(key));
        other.send(201, Ask.post("/v1/holders", Elder.another().json()).key(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ü"})
    void aKeyIsVisibleText(String key) throws IOException {
        Reply reply = bank.send(400, Ask.post("/v1/cards", "{}").key(key));
        assertThat(reply.field()).isEqualTo("Idempotency-Key");
    }

    @Test
    void aKeyIsNeededOnceAndOfBoundedLength() throws IOException {
        assertThat(bank.send(Ask.post("/v1/cards", "{}")).code()).isEqualTo(40002);
        assertThat(bank.send(Ask.post("/v1/cards", "{}").key("a").key("b")).code())
                .isEqualTo(40006);
        assertThat(bank.send(Ask.post("/v1/cards", "{}").key("a".repeat(129))).code())
                .isEqualTo(40004);
    }

    @Test
    void ofManyAtOnceOneIsDone() throws IOException, SQLException {
        for (int round = 0; round < 5; round++) {
            Ask ask = Ask.act("/v1/holders", Elder.another().json()).token(bank.token());
            List<Wire> wires = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                wires.add(stand.connect());
            }
            for (Wire wire : wires) {
                wire.send(ask.bytes());
            }
            List<String> answers = new ArrayList<>();
            int first = 0;
            for (Wire wire : wires) {
                Reply reply = CounterStand.checked(ask, wire.read(true));
                assertThat(reply.status()).as("%s", reply).isEqualTo(201);
                first += reply.header("idempotency-replayed").isEmpty() ? 1 : 0;
                answers.add(reply.text());
                wire.close();
            }
            assertThat(first).isEqualTo(1);
            assertThat(answers).containsOnly(answers.get(0));
        }
    }

    @Test
    void ofManyClerksOnlyOneGivesAPersonACard() throws IOException, SQLException {
        long holder = bank.register(Elder.another());
        List<Wire> wires = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            wires.add(stand.connect());
        }
        for (Wire wire : wires) {
            wire.send(Ask.act("/v1/cards", "{\"holderId\":" + holder + "}")
                    .token(bank.token())
                    .bytes());
        }
        for (Wire wire : wires) {
            Reply reply = wire.read(true);
            codes.add(reply.status() == 201 ? 201 : reply.code());
            wire.close();
        }
        assertThat(codes).containsOnlyOnce(201);
        assertThat(codes).filteredOn(code -> code != 201).hasSize(7).containsOnly(40903);
        assertThat(stand.ask("SELECT count(*) FROM card WHERE holder_id = " + holder))
                .isEqualTo("1");
    }
}
