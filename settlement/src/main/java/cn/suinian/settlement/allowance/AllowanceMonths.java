package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.calendar.WorkingDays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What months came to, and how a month stands in each district: what staff look at first. */
public final class AllowanceMonths {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 60;

    private static final String MONTHS = """
            SELECT month, count(*) AS runs, count(*) FILTER (WHERE state IN ('PAY_FILE', 'RECONCILED')) AS ordered,
                   sum(holders) AS holders, sum(payable_fen) AS payable, sum(recovery_fen) AS recovery
            FROM allowance_run
            WHERE state <> 'DISCARDED' AND month < ? AND (?::int2 IS NULL OR district = ?)
            GROUP BY month ORDER BY month DESC LIMIT ?
            """;

    private static final String RESULTS = """
            SELECT coalesce(sum(p.fen) FILTER (WHERE r.outcome = 'PAID'), 0) AS paid,
                   coalesce(sum(p.fen) FILTER (WHERE r.outcome = 'RETURNED'), 0) AS back,
                   coalesce(sum(p.fen) FILTER (WHERE r.outcome IS NULL), 0) AS open
            FROM allowance_payment p LEFT JOIN allowance_result r USING (payment_no)
            WHERE p.run_no = ?
            """;

    private final Transactions transactions;
    private final Clock clock;

    public AllowanceMonths(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * All runs of a month together.
     *
     * @param runs of how many districts there is one
     * @param ordered of how many the payments are ordered
     */
    public record Total(YearMonth month, int runs, int ordered, long holders, long payableFen, long recoveryFen) {}

    /**
     * A day to be met.
     *
     * @param workingDaysLeft after today; 0 on the day or when only free days are left, below zero when it is past
     */
    public record Due(LocalDate on, boolean past, int workingDaysLeft) {}

    /**
     * A month.
     *
     * @param runs by district, as far as there are any
     * @param results of the runs whose payments are ordered
     * @param ofAnotherSystem districts whose first run is of a later month: no list of this one can be made
     */
    public record Board(
            YearMonth month,
            Map<District, AllowanceRun> runs,
            Map<Deadline, Due> due,
            Map<District, Results> results,
            Set<District> ofAnotherSystem) {}

    /**
     * What became of a run's payments; together they are what the run lists.
     *
     * @param paidFen what the bank paid
     * @param backFen what the bank returned, and what was not sent to it since the holder had died
     * @param openFen of which the bank said nothing yet
     */
    public record Results(long paidFen, long backFen, long openFen) {}

    /** The month it is in Shenzhen. */
    public YearMonth now() {
        return YearMonth.from(today());
    }

    /** A page of months, the latest first; of the actor's own district where they have one. */
    public List<Total> list(Actor actor, YearMonth before, int count) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        Short district = code(actor);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(MONTHS)) {
                select.setObject(1, before.atDay(1));
                select.setObject(2, district, Types.SMALLINT);
                select.setObject(3, district, Types.SMALLINT);
                select.setInt(4, Math.min(count, MOST));
                List<Total> months = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        months.add(new Total(
                                RunReads.month(row),
                                row.getInt("runs"),
                                row.getInt("ordered"),
                                row.getLong("holders"),
                                row.getLong("payable"),
                                row.getLong("recovery")));
                    }
                }
                return months;
            }
        });
    }

    /** How a month stands, in the actor's own district where they have one. */
    public Board board(Actor actor, YearMonth month) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            Map<District, AllowanceRun> runs = new EnumMap<>(District.class);
            for (AllowanceRun run : new RunStore(transaction).of(month)) {
                if (actor.scope().sees(run.district())) {
                    runs.put(run.district(), run);
                }
            }
            return new Board(
                    month, runs, due(transaction, month), results(transaction, runs), before(transaction, month));
        });
    }

    private static Set<District> before(Connection transaction, YearMonth month) throws SQLException {
        Set<District> before = EnumSet.noneOf(District.class);
        RunStore runs = new RunStore(transaction);
        for (District district : District.values()) {
            if (runs.findFirst(district).filter(month::isBefore).isPresent()) {
                before.add(district);
            }
        }
        return before;
    }

    private static Map<District, Results> results(Connection transaction, Map<District, AllowanceRun> runs)
            throws SQLException {
        Map<District, Results> results = new EnumMap<>(District.class);
        for (AllowanceRun run : runs.values()) {
            if (run.state() == State.PAY_FILE || run.state() == State.RECONCILED) {
                try (PreparedStatement select = transaction.prepareStatement(RESULTS)) {
                    select.setLong(1, run.runNo());
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        results.put(
                                run.district(),
                                new Results(row.getLong("paid"), row.getLong("back"), row.getLong("open")));
                    }
                }
            }
        }
        return results;
    }

    private Map<Deadline, Due> due(Connection transaction, YearMonth month) throws SQLException {
        WorkingDays days = WorkingDays.read(transaction);
        LocalDate today = today();
        Map<Deadline, Due> due = new EnumMap<>(Deadline.class);
        for (Deadline each : Deadline.values()) {
            LocalDate on = each.in(month);
            due.put(each, new Due(on, on.isBefore(today), days.between(today, on)));
        }
        return due;
    }

    private static @Nullable Short code(Actor actor) {
        District own = actor.scope().district();
        return own == null ? null : (short) own.code();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }
}
