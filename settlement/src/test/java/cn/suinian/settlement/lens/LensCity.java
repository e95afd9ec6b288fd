package cn.suinian.settlement.lens;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.DayClose;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.look.Lens;
import cn.suinian.settlement.lens.work.VendorCases;
import cn.suinian.settlement.lens.work.Worklist;
import cn.suinian.settlement.risk.RiskScan;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;

/** Nine canteens and a metro with holders who eat there once a day, and the rooms of the lens over them. */
public final class LensCity implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.parse("2026-11-16");
    public static final int METRO = 10;
    public static final int FUTIAN = 2;
    public static final int LUOHU = 3;

    public static final Actor CLERK = staff(1, "clerk-1", Role.SETTLEMENT_CLERK);
    public static final Actor OTHER_CLERK = staff(2, "clerk-2", Role.SETTLEMENT_CLERK);
    public static final Actor SUPERVISOR = staff(3, "supervisor-1", Role.SETTLEMENT_SUPERVISOR);
    public static final Actor OTHER_SUPERVISOR = staff(4, "supervisor-2", Role.SETTLEMENT_SUPERVISOR);
    public static final Actor AUDITOR = staff(5, "auditor-1", Role.AUDITOR);

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-17T02:00:00Z"), ZoneOffset.UTC);

    private static final String PEOPLE = """
            INSERT INTO vendor (code, name, kind)
                SELECT 'C-' || n, n || '号长者食堂', 'CANTEEN' FROM generate_series(1, 9) n;
            INSERT INTO vendor (code, name, kind) VALUES ('M-1', '=地铁一号线', 'METRO');
            INSERT INTO terminal (terminal_id, vendor_id, services) SELECT vendor_id, vendor_id, 31 FROM vendor;
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1, 2000) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT 3 * n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1, 2000) n;
            INSERT INTO account (holder_id, live_card) SELECT n, 3 * n FROM generate_series(1, 2000) n;
            INSERT INTO open_business_day (day) VALUES ('2026-11-16');
            CREATE TABLE tap_16 PARTITION OF tap FOR VALUES FROM ('2026-11-16') TO ('2026-11-17');
            CREATE TABLE tap_17 PARTITION OF tap FOR VALUES FROM ('2026-11-17') TO ('2026-11-18');
            """;

    private static final String TAPS = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT date '%s', greatest(date '%s', (SELECT day FROM open_business_day)), %d, %d, %d + n, %d + n, %d, 7,
                   (timestamp '%s %s' + n * interval '20 seconds') AT TIME ZONE 'Asia/Shanghai',
                   (timestamp '%s %s' + n * interval '21 seconds') AT TIME ZONE 'Asia/Shanghai', 3 * (%d + n),
                   1500, %d, %d, 0, %d, 0, 0, %s
            FROM generate_series(0, %d - 1) n
            """;

    public final Transactions transactions;
    public final Holds holds;
    public final Items items;
    public final Lens lens;
    public final Worklist worklist;
    public final VendorCases cases;
    private final Database database;
    private int nextHolder = 1;
    private int nextSeq = 1;

    private LensCity(Database database) {
        this.database = database;
        this.transactions = Transactions.over(database, 4);
        AuditLog audit = new AuditLog(CLOCK);
        this.holds = new Holds(transactions, audit, CLOCK);
        this.items = new Items(transactions, audit, CLOCK);
        this.lens = new Lens(transactions, holds, CLOCK);
        this.worklist = new Worklist(transactions, audit);
        this.cases = new VendorCases(transactions, audit, items);
    }

    public static LensCity open(Database database) throws SQLException {
        TestServers.ask(database, PEOPLE);
        AccountsFollowTaps.install(database);
        return new LensCity(database);
    }

    static Actor staff(long id, String account, Role... roles) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Role role : roles) {
            permissions.addAll(role.permissions());
        }
        return new Actor(id, account, permissions, Scope.CITY, "192.0.2.1");
    }

    /** Meals every twenty seconds from a time on, each of another holder; the first of them. */
    public int meals(int vendor, String from, int count, int subsidyFen, int district) throws SQLException {
        return taps(vendor, DAY, from, count, subsidyFen, district, 2);
    }

    /** A canteen's lunch of this many, of which some are subsidised by a district with this much each. */
    public void lunch(int vendor, int all, int subsidised, int subsidyFen, int district) throws SQLException {
        meals(vendor, "11:00", subsidised, subsidyFen, district);
        meals(vendor, "11:30", all - subsidised, 0, district);
    }

    public int taps(int vendor, LocalDate day, String from, int count, int subsidyFen, int payer, int service)
            throws SQLException {
        int first = nextHolder;
        ask(TAPS.formatted(
                day,
                day,
                vendor,
                vendor,
                nextSeq,
                first,
                nextSeq,
                day,
                from,
                day,
                from,
                first,
                subsidyFen,
                subsidyFen > 0 && service == 2 ? 200 : 0,
                service,
                subsidyFen > 0 ? payer : "NULL",
                count));
        nextHolder += count;
        nextSeq += count;
        return first;
    }

    /** Plants a flag of the risk scan about the tap of this holder. */
    public long flag(String kind, int score, int holder) throws SQLException {
        return Long.parseLong(ask("""
                INSERT INTO risk_flag (kind, score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,
                                       evidence)
                SELECT '%s', %d, settle_date, vendor_id, tap_date, terminal_id, terminal_seq, holder_id, '{}' FROM tap
                WHERE holder_id = %d RETURNING flag_id""".formatted(kind, score, holder)));
    }

    /** Closes the day, lets the risk scan go through it, and looks at it. */
    public void finish() throws SQLException {
        clear();
        lens.lookAt(DAY);
    }

    /** Closes the day and lets the risk scan go through it. */
    public void clear() throws SQLException {
        Clock night = Clock.fixed(Instant.parse("2026-11-16T16:05:00Z"), ZoneOffset.UTC);
        new DayClose(database.dataSource(), night, ClosePolicy.DEFAULT, "process 1 on node-1")
                .closeThrough(DAY, CloseListener.SILENT);
        scan().finishOldestDay();
    }

    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    /** The code with which it is refused. */
    public static String refusal(ThrowingCallable act) {
        try {
            act.call();
        } catch (RefusedException refused) {
            return refused.refusal().name();
        } catch (Throwable other) {
            return Assertions.fail(other);
        }
        return "done";
    }

    /** What finds flags. */
    RiskScan scan() {
        return new RiskScan(database.dataSource(), "process 1 on node-1");
    }

    @Override
    public void close() {
        transactions.close();
    }
}
