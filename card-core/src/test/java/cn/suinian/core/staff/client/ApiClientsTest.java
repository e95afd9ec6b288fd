package cn.suinian.core.staff.client;

import static cn.suinian.core.postgres.TestServers.ask;
import static cn.suinian.core.staff.StaffDesk.HOUSE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.client.IdempotentCalls.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ApiClientsTest {
    private static final byte[] REQUEST = "POST /v1/cards {\"holder\":1}".getBytes(UTF_8);

    private StaffDesk desk;
    private ApiClients clients;
    private IdempotentCalls calls;
    private String secret;

    @BeforeEach
    void open(Database database) throws SQLException {
        desk = new StaffDesk(database);
        clients = new ApiClients(desk.transactions, desk.audit, desk.random, desk.clock);
        calls = new IdempotentCalls(desk.transactions, desk.seal, desk.clock);
        secret = clients.create(
                        HOUSE,
                        "bank-one",
                        "Counter software of a bank",
                        Set.of(Role.COUNTER_CLERK),
                        new Scope(District.NANSHAN, null))
                .reveal();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aClientIsWhoeverHasItsSecret(Database database) throws SQLException {
        Actor actor = clients.authenticate("bank-one", secret, "10.2.2.2");

        assertThat(actor.account()).isEqualTo("client:bank-one");
        assertThat(actor.may(Permission.CARD_ISSUE)).isTrue();
        assertThat(actor.may(Permission.STAFF_MANAGE)).isFalse();
        assertThat(actor.scope().district()).isEqualTo(District.NANSHAN);
        refused(ClientRefusal.BAD_CREDENTIALS, () -> clients.authenticate("bank-one", secret + "x", ""));
        refused(ClientRefusal.BAD_CREDENTIALS, () -> clients.authenticate("bank-two", secret, ""));
        assertThat(ask(database, "SELECT string_agg(c::text, ' ') FROM api_client c"))
                .doesNotContain(secret);
    }

    @Test
    void anAccessTokenIsGoodForHalfAnHourAndEndsWithTheClient() throws SQLException {
        String token = clients.grant("bank-one", secret).token().reveal();
        desk.clock.pass(Duration.ofMinutes(29));
        assertThat(clients.actorOf(token, "10.2.2.2")).isPresent();
        desk.clock.pass(Duration.ofMinutes(1));
        assertThat(clients.actorOf(token, "10.2.2.2")).isEmpty();
        assertThat(clients.sweep()).isEqualTo(1);

        String next = clients.grant("bank-one", secret).token().reveal();
        clients.disable(HOUSE, "bank-one", 1, "contract ended");
        assertThat(clients.actorOf(next, "10.2.2.2")).isEmpty();
        refused(ClientRefusal.BAD_CREDENTIALS, () -> clients.grant("bank-one", secret));
        clients.enable(HOUSE, "bank-one", 2, "contract renewed");
        assertThat(clients.actorOf(next, "10.2.2.2")).as("a token of before").isEmpty();
    }

    @Test
    void aRotatedSecretIsGoodForAnotherDay() throws SQLException {
        String fresh = clients.rotate(HOUSE, "bank-one", 1, "yearly").reveal();

        assertThat(clients.authenticate("bank-one", fresh, "").staffId()).isNull();
        desk.clock.pass(Duration.ofHours(23));
        assertThat(clients.authenticate("bank-one", secret, "").staffId()).isNull();
        desk.clock.pass(Duration.ofHours(1));
        refused(ClientRefusal.BAD_CREDENTIALS, () -> clients.authenticate("bank-one", secret, ""));
        refused(ClientRefusal.CHANGED_MEANWHILE, () -> clients.rotate(HOUSE, "bank-one", 1, "again"));
    }

    @Test
    void aClientThatAuditsDoesNothingElse() {
        refused(
                ClientRefusal.ROLES_NOT_TOGETHER,
                () -> clients.create(
                        HOUSE,
                        "bank-two",
                        "x",
                        Set.of(Role.COUNTER_CLERK, Role.AUDITOR, Role.SETTLEMENT_CLERK),
                        Scope.CITY));
        refused(
                ClientRefusal.AUDITOR_OF_A_PART,
                () -> clients.create(HOUSE, "bank-two", "x", Set.of(Role.AUDITOR), new Scope(District.FUTIAN, null)));
    }

    @Test
    void noClientIsAnAdministrator() {
        refused(
                ClientRefusal.BAD_ROLES,
                () -> clients.create(HOUSE, "bank-two", "x", Set.of(Role.ADMINISTRATOR), Scope.CITY));
        refused(ClientRefusal.ID_TAKEN, () -> clients.create(HOUSE, "bank-one", "x", Set.of(Role.AUDITOR), Scope.CITY));
        Actor clerk = new Actor(1L, "clerk", Role.COUNTER_CLERK.permissions(), Scope.CITY, "");
        refused(ClientRefusal.NOT_ALLOWED, () -> clients.list(clerk));
    }

    @Test
    void aCallThatIsRepeatedTakesEffectOnceAndAnswersTheSame(Database database) throws SQLException {
        Answer first = calls.run("client:bank-one", "key-1", REQUEST, this::hire);
        Answer again = calls.run("client:bank-one", "key-1", REQUEST, this::hire);

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ask(database, "SELECT count(*) FROM staff")).isEqualTo("1");
        assertThat(ask(database, "SELECT encode(response, 'escape') FROM api_idempotency"))
                .doesNotContain("made");
        refused(ClientRefusal.KEY_REUSED, () -> calls.run("client:bank-one", "key-1", new byte[1], this::hire));
        assertThat(calls.run("client:bank-two", "key-1", REQUEST, () -> Answer.of(200, new byte[0]))
                        .replayed())
                .as("another client's key")
                .isFalse();
        desk.clock.pass(IdempotentCalls.KEPT);
        assertThat(calls.sweep()).isEqualTo(2);
    }

    @Test
    void aCallThatFailsLeavesNeitherActNorKey(Database database) throws SQLException {
        assertThatThrownBy(() -> calls.run("client:bank-one", "key-2", REQUEST, () -> {
                    hire();
                    throw new IllegalStateException("killed after the act");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ask(database, "SELECT (SELECT count(*) FROM staff) + (SELECT count(*) FROM api_idempotency)"))
                .isEqualTo("0");
        assertThat(calls.run("client:bank-one", "key-2", REQUEST, this::hire).replayed())
                .isFalse();
    }

    @Test
    void callsWithOneKeyAtTheSameInstantTakeEffectOnce(Database database) throws Exception {
        CountDownLatch together = new CountDownLatch(6);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                sent.add(() -> {
                    together.countDown();
                    together.await();
                    return calls.run("client:bank-one", "key-3", REQUEST, this::hire);
                });
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(sent)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
            assertThat(answers)
                    .extracting(answer -> new String(answer.body(), UTF_8))
                    .containsOnly("made");
        } finally {
            threads.shutdownNow();
        }
        assertThat(ask(database, "SELECT count(*) FROM staff")).isEqualTo("1");
    }

    private Answer hire() throws SQLException {
        desk.hire("somebody", Role.COUNTER_CLERK);
        return Answer.of(201, "made".getBytes(UTF_8));
    }

    private static void refused(ClientRefusal why, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(why));
    }
}
