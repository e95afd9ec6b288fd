package cn.suinian.core.holder.sealed;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.SealBrokenException;
import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.register.Correction;
import cn.suinian.core.holder.register.Counter;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.client.IdempotentCalls;
import cn.suinian.core.staff.signin.SecondFactor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ResealTest {
    private static final byte[] FIRST = new byte[16];
    private static final byte[] SECOND = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final DataVault OLD = KeystoreVault.ofColumns(Map.of(1, FIRST), FIRST);
    private static final DataVault BOTH = KeystoreVault.ofColumns(Map.of(1, FIRST, 2, SECOND), FIRST);
    private static final DataVault NEW_ALONE = KeystoreVault.ofColumns(Map.of(2, SECOND), FIRST);
    private static final String REASON = "轮换密钥后核对";

    @Test
    void afterARunTheOldKeyOpensNothingAndIsNotNeeded(Database database) throws Exception {
        List<Long> holders = registerSome(database);
        try (Counter both = new Counter(database, BOTH);
                Counter renewed = new Counter(database, NEW_ALONE)) {
            List<FullRecord> before = shown(both, holders);
            Reseal reseal = new Reseal(both.transactions, BOTH);
            long waiting = reseal.left();
            assertThat(waiting).isGreaterThan(30);
            List<Reseal.Progress> told = new ArrayList<>();
            assertThat(reseal.run(3, told::add)).isEqualTo(waiting);
            assertThat(told)
                    .last()
                    .satisfies(last -> assertThat(last.resealed()).isEqualTo(waiting));
            assertThat(reseal.left()).isZero();
            assertThat(reseal.run(3, told::add)).isZero();
            assertThat(shown(renewed, holders)).isEqualTo(before);
        }
    }

    @Test
    void aRunThatWasKilledGoesOnWhereItStopped(Database database) throws Exception {
        registerSome(database);
        try (Counter both = new Counter(database, BOTH)) {
            Reseal reseal = new Reseal(both.transactions, BOTH);
            long waiting = reseal.left();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> reseal.run(2, progress -> {
                        if (progress.resealed() >= 6) {
                            throw new IllegalStateException("killed");
                        }
                    }));
            long left = reseal.left();
            assertThat(left).isEqualTo(waiting - 6);
            assertThat(reseal.run(5, progress -> {})).isEqualTo(left);
        }
    }

    @Test
    void twoRunsAtOnceDoEachValueOnce(Database database) throws Exception {
        registerSome(database);
        try (Counter both = new Counter(database, BOTH)) {
            Reseal reseal = new Reseal(both.transactions, BOTH);
            long waiting = reseal.left();
            CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> run(reseal));
            assertThat(run(reseal) + other.get()).isEqualTo(waiting);
            assertThat(reseal.left()).isZero();
        }
    }

    @Test
    void aValueCopiedToAnotherRowDoesNotOpen(Database database) throws Exception {
        List<Long> holders = registerSome(database);
        try (Counter old = new Counter(database, OLD)) {
            old.ask("UPDATE holder_person SET name_sealed = (SELECT name_sealed FROM holder_person WHERE holder_id = "
                    + holders.get(0) + ") WHERE holder_id = " + holders.get(1));
            assertThatExceptionOfType(SealBrokenException.class)
                    .isThrownBy(() -> old.register.show(CLERK, holders.get(1), REASON));
        }
    }

    /** They are sealed by other rooms, with the same key. */
    @Test
    void secondFactorsAndKeptAnswersAreSealedAgainToo(Database database) throws Exception {
        byte[] secret = "an authenticator".getBytes(UTF_8);
        try (Counter old = new Counter(database, OLD)) {
            IdempotentCalls calls = new IdempotentCalls(old.transactions, OLD, Counter.CLOCK);
            calls.run("bank", "key-1", FIRST, () -> IdempotentCalls.Answer.of(200, "an answer".getBytes(UTF_8)));
            old.ask("INSERT INTO staff (staff_id, account, display_name, roles, password_hash, password_changed_at,"
                    + " must_change_password, created_at, totp_secret) OVERRIDING SYSTEM VALUE VALUES (7, 'clerk-7',"
                    + " 'x', '{COUNTER_CLERK}', 'x', now(), false, now(), '\\x"
                    + Hex.encode(OLD.seal(SecondFactor.COLUMN, 7, secret)) + "')");
            assertThat(new Reseal(old.transactions, BOTH).run(10, progress -> {}))
                    .isEqualTo(2);
            calls = new IdempotentCalls(old.transactions, NEW_ALONE, Counter.CLOCK);
            assertThat(calls.run("bank", "key-1", FIRST, () -> IdempotentCalls.Answer.of(500, FIRST))
                            .body())
                    .asString()
                    .isEqualTo("an answer");
            String resealed = old.ask("SELECT encode(totp_secret, 'hex') FROM staff");
            assertThat(NEW_ALONE.open(SecondFactor.COLUMN, 7, Hex.decode(resealed)))
                    .isEqualTo(secret);
            assertThat(old.ask("SELECT session_generation FROM staff"))
                    .as("nobody is signed out")
                    .isEqualTo("1");
        }
    }

    @Test
    void everyColumnThatTheSchemaCallsSealedIsInTheList(Database database) throws Exception {
        String sealed = TestServers.ask(database, """
                SELECT string_agg(c.relname || '.' || a.attname, ' ')
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
                     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                WHERE a.attnum > 0 AND a.atttypid = 'bytea'::regtype
                  AND (a.attname LIKE '%\\_sealed' OR col_description(c.oid, a.attnum) ~ '\\msealed\\M')""");
        String tables = TestServers.ask(database, "SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r'");
        Set<String> there = Set.of(tables.split(" "));
        assertThat(Arrays.stream(SealedColumn.values())
                        .filter(column -> there.contains(column.table()))
                        .map(SealedColumn::place))
                .containsExactlyInAnyOrder(sealed.split(" "));
    }

    private static long run(Reseal reseal) {
        try {
            return reseal.run(1, progress -> {});
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Long> registerSome(Database database) throws Exception {
        try (Counter old = new Counter(database, OLD)) {
            List<Long> holders = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                holders.add(old.registered(Counter.somebody()));
            }
            long first = holders.get(0);
            old.register.correct(CLERK, first, 1, Correction.none().withPhone("13911112222"), REASON);
            old.register.recordDeath(CLERK, first, TODAY, "死亡证明");
            return holders;
        }
    }

    private static List<FullRecord> shown(Counter counter, List<Long> holders) throws Exception {
        List<FullRecord> records = new ArrayList<>();
        for (long holder : holders) {
            records.add(counter.register.show(CLERK, holder, REASON));
        }
        return records;
    }
}
