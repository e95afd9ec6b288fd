package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.Adjustments;
import cn.suinian.settlement.reconciliation.breaks.Attachments;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.SavedFilters;
import cn.suinian.settlement.reconciliation.breaks.TickedBreaks;
import cn.suinian.settlement.reconciliation.breaks.Worklist;
import cn.suinian.settlement.reconciliation.export.ReconciliationExport;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.statement.IngestProgress;
import cn.suinian.settlement.statement.StatementMappings;
import cn.suinian.settlement.statement.Statements;
import cn.suinian.settlement.statement.Statements.Taken;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The rooms of reconciliation over a city, with the people who work there and a clock that a test moves. */
public final class Stand implements AutoCloseable {
    public static final Actor CLERK = staff(1, "clerk", Role.SETTLEMENT_CLERK);
    public static final Actor CHIEF = staff(2, "chief", Role.SETTLEMENT_SUPERVISOR);
    public static final Actor OTHER_CHIEF = staff(3, "other-chief", Role.SETTLEMENT_SUPERVISOR);
    public static final Actor BOTH = staff(4, "both", Role.SETTLEMENT_CLERK, Role.SETTLEMENT_SUPERVISOR);
    public static final Actor AUDITOR = staff(5, "auditor", Role.AUDITOR);

    private static final byte[] KEY = new byte[16];
    private static final String STAFF = """
            INSERT INTO staff (account, display_name, roles, password_hash, password_changed_at, must_change_password,
                               created_at)
            SELECT 'person-' || n, 'n', '{SETTLEMENT_CLERK}', 'x', now(), false, now() FROM generate_series(1, 5) n
            """;

    public final City city;
    public final Transactions transactions;
    public final Statements statements;
    public final StatementMappings mappings;
    public final Reconciliation reconciliation;
    public final Recheck recheck;
    public final Excuses excuses;
    public final VendorDays days;
    public final ResolutionRules rules;
    public final BreakDesk desk;
    public final TickedBreaks ticked;
    public final Adjustments adjustments;
    public final Attachments attachments;
    public final Worklist worklist;
    public final SavedFilters filters;
    public final ReconciliationExport export;

    private Instant now = City.DAY_3.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC);

    public Stand(City city) throws SQLException {
        this.city = city;
        city.ask(STAFF);
        this.transactions = Transactions.over(city.database(), 4);
        Clock clock = new StandClock();
        AuditLog audit = new AuditLog(clock);
        this.statements = new Statements(transactions, audit, clock);
        this.mappings = new StatementMappings(transactions, audit, clock);
        this.reconciliation = new Reconciliation(transactions, audit, clock);
        this.recheck = new Recheck(transactions, audit, clock);
        this.excuses = new Excuses(transactions, new Approvals(clock), audit, clock);
        this.days = new VendorDays(transactions, clock);
        this.rules = new ResolutionRules(transactions, new Approvals(clock), audit, clock);
        this.attachments = new Attachments(transactions, KeystoreVault.ofColumns(Map.of(1, KEY), KEY), audit, clock);
        this.desk = new BreakDesk(transactions, attachments, audit, clock);
        this.ticked = new TickedBreaks(transactions, audit, clock);
        this.adjustments = new Adjustments(transactions, attachments, new Approvals(clock), audit, clock);
        this.worklist = new Worklist(transactions, clock);
        this.filters = new SavedFilters(transactions, clock);
        this.export = new ReconciliationExport(transactions, worklist, audit);
    }

    /** Over a city with a cleared day: rides of 3 and 4 yuan with the first two numbers, and a lunch with the third. */
    static Stand ofOneDay(Database database) throws SQLException {
        City city = City.open(database);
        Stand stand = new Stand(city);
        stand.today(DAY_2);
        city.tap(ride(DAY_1, METRO, 1, 300), ride(DAY_1, METRO, 2, 400));
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, 2));
        city.close(DAY_1);
        return stand;
    }

    /** The row of the first ride, as it was. */
    static Row first() {
        return Row.of(DAY_1, METRO, 1, 1, 1, 300, 300);
    }

    /** That of the second. */
    static Row second() {
        return Row.of(DAY_1, METRO, 2, 2, 1, 400, 400);
    }

    private final class StandClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** It is ten in the morning of this day in Shenzhen. */
    public void today(LocalDate day) {
        now = day.atTime(2, 0).toInstant(ZoneOffset.UTC);
    }

    public Taken take(int vendor, String file) throws SQLException {
        return statements.take(
                CLERK, vendor, "file.csv", new ByteArrayInputStream(file.getBytes(UTF_8)), IngestProgress.SILENT);
    }

    public RunReport run(int vendor, LocalDate day) throws SQLException {
        return reconciliation.run(CLERK, vendor, day);
    }

    public List<Break> open() throws SQLException {
        return worklist.page(CLERK, BreakFilter.OPEN, Worklist.Order.NEWEST, null, 10_000);
    }

    List<BreakKind> kinds() throws SQLException {
        return open().stream().map(Break::kind).toList();
    }

    /** As it is now. */
    public Break again(Break seen) throws SQLException {
        return worklist.get(CLERK, seen.breakNo()).it();
    }

    /** An act is refused for this reason. */
    static void assertRefused(ReconciliationRefusal refusal, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    public static Actor staff(long id, String account, Role... roles) {
        Set<Permission> permissions = new HashSet<>();
        Arrays.stream(roles).forEach(role -> permissions.addAll(role.permissions()));
        return new Actor(id, account, permissions, Scope.CITY, "");
    }

    @Override
    public void close() {
        transactions.close();
    }
}
