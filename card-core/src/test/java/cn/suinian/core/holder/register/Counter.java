package cn.suinian.core.holder.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A counter with a register, two clerks, a supervisor and people who do not exist, on 23 November 2026. */
public final class Counter implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    public static final Actor CLERK = staff(1, "clerk-1", Role.COUNTER_CLERK, District.FUTIAN);
    public static final Actor OTHER_CLERK = staff(2, "clerk-2", Role.COUNTER_CLERK, District.LUOHU);
    public static final Actor SUPERVISOR = staff(3, "supervisor-1", Role.COUNTER_SUPERVISOR, District.FUTIAN);
    public static final Actor AUDITOR = staff(4, "auditor-1", Role.AUDITOR, null);

    private static final byte[] KEY = "synthetic key 01".getBytes(UTF_8);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    public final Transactions transactions;
    public final HolderRegister register;
    private final Database database;

    public Counter(Database database) {
        this(database, KeystoreVault.ofColumns(Map.of(1, KEY), KEY));
    }

    public Counter(Database database, DataVault vault) {
        this.database = database;
        this.transactions = Transactions.over(database, 8);
        this.register = new HolderRegister(transactions, vault, new AuditLog(CLOCK), CLOCK);
    }

    public static Actor staff(long id, String account, Role role, District district) {
        Scope scope = district == null ? Scope.CITY : new Scope(district, null);
        return new Actor(id, account, role.permissions(), scope, "192.0.2.1");
    }

    /** Somebody new, with a resident card. */
    public static Registration somebody() {
        int n = NUMBERS.incrementAndGet();
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(n);
        return with(new GivenDocument(DocumentKind.RESIDENT_CARD, Numbers.of("440000", born, n % 1000)), "测试" + han(n));
    }

    /** Somebody of this name with this document, which carries their birth. */
    public static Registration with(GivenDocument document, String name) {
        return new Registration(
                List.of(document),
                name,
                Registration.Birth.IN_THE_DOCUMENT,
                null,
                new Registration.Contact("138" + String.format("%08d", new Random().nextInt(100_000_000)), null),
                new Registration.Residence(District.FUTIAN, District.FUTIAN, LocalDate.of(2000, 1, 1), "户口簿"),
                List.of(),
                "2026-01",
                null,
                Set.of());
    }

    /** The number of a new holder. */
    public long registered(Registration registration) throws SQLException {
        Registered outcome = register.register(CLERK, registration);
        assertThat(outcome).isInstanceOf(Registered.NewHolder.class);
        return ((Registered.NewHolder) outcome).holderId();
    }

    /** Gives a holder an active card with an account. */
    public int card(long holderId) throws SQLException {
        int serial = 1000 + NUMBERS.incrementAndGet();
        ask("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) VALUES (" + serial + ", "
                + holderId + ", 'ACTIVE', '2026-01-01Z', '2040-01-01')");
        ask("INSERT INTO account (holder_id, live_card) VALUES (" + holderId + ", " + serial + ")");
        return serial;
    }

    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    /** All that is refused, as {@code CODE at field, ...}; fails when nothing is. */
    public static String refusal(ThrowingCallable act) {
        RefusedException refused = Assertions.catchThrowableOfType(RefusedException.class, act);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.getMessage();
    }

    private static String han(int n) {
        return new String(Character.toChars(0x4e00 + n)) + new String(Character.toChars(0x5000 + n));
    }

    @Override
    public void close() {
        transactions.close();
    }
}
