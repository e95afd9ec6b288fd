package cn.suinian.settlement.risk;

import cn.suinian.settlement.risk.DeathStore.Death;
import cn.suinian.settlement.risk.policy.RiskFlag;
import cn.suinian.settlement.risk.policy.RiskLimits;
import cn.suinian.settlement.risk.policy.SameNumber;
import cn.suinian.settlement.risk.policy.Trails;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Looks at taps and keeps flags of those that look wrong. Each call is one session of its own and one transaction; it
 * may be killed and repeated at any time. One call at a time in the whole house.
 */
public final class RiskScan {

    /** A tap may have waited this long in a lane before its transaction began, by clocks that disagree by as much. */
    public static final Duration BEHIND = Duration.ofMinutes(1);

    /** After an outage, this much of what was received is looked at in one go. */
    private static final Duration AT_ONCE = Duration.ofHours(1);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

    /** A tap settles at most this many days after it was made; older ones are not looked for. */
    private static final int LATEST_DAYS = 35;

    private static final int DEATHS_AT_ONCE = 100;

    private final DataSource database;
    private final String by;
    private final Duration behind;
    private final Duration atOnce;
    private final AtomicReference<RiskSession> underWay = new AtomicReference<>();

    /**
     * Scans this database.
     *
     * @param database gives a session of its own at every call, not one of a pool
     * @param by which node and process this is
     */
    public RiskScan(DataSource database, String by) {
        this(database, by, BEHIND, AT_ONCE);
    }

    /** The same with another minute and another hour. */
    RiskScan(DataSource database, String by, Duration behind, Duration atOnce) {
        this.database = database;
        this.by = by;
        this.behind = behind;
        this.atOnce = atOnce;
    }

    /**
     * Looks at the taps that were received since this pass last looked.
     *
     * @return empty when somebody else scans just now
     * @throws SQLException when the database failed: nothing was kept, try again
     */
    public Optional<RiskRound> scan(Pass pass) throws SQLException {
        return inSession(connection -> newlyReceived(connection, pass));
    }

    /**
     * Looks at all taps of the oldest cleared day that was not looked at as a whole.
     *
     * @return empty when somebody else scans just now; caught up when no other day is left
     * @throws SQLException when the database failed: nothing was kept, try again
     */
    public Optional<RiskRound> finishOldestDay() throws SQLException {
        return inSession(connection -> {
            WatermarkStore marks = new WatermarkStore(connection);
            List<LocalDate> days = marks.listUnfinished();
            if (days.isEmpty()) {
                return RiskRound.NOTHING;
            }
            LocalDate day = days.get(0);
            TrailStore trails = new TrailStore(connection);
            List<Slice> slices = new ArrayList<>(trails.listSlices(day, Slice.settlingOnItsDate(day)));
            slices.addAll(trails.listSlices(day.minusDays(LATEST_DAYS), Slice.settlingLate(day)));
            RiskRound round = look(connection, slices, days.size() == 1);
            marks.finish(day, by);
            return round;
        });
    }

    /**
     * Looks at what was tapped after deaths that the register has heard of since: of those days nobody knew of them.
     *
     * @return empty when somebody else scans just now
     * @throws SQLException when the database failed: nothing was kept, try again
     */
    public Optional<RiskRound> hearOfDeaths() throws SQLException {
        return inSession(connection -> {
            DeathStore register = new DeathStore(connection);
            TrailStore trails = new TrailStore(connection);
            FlagStore flags = new FlagStore(connection);
            Trails ofTheDead = Trails.ofTheDead(flag -> keep(flags, flag));
            register.forgetUndone();
            List<Death> deaths = register.listUnknown(DEATHS_AT_ONCE);
            for (Death death : deaths) {
                trails.afterDeath(death, ofTheDead);
                register.know(death);
            }
            flags.flush();
            return new RiskRound(0, flags.added(), deaths.size() < DEATHS_AT_ONCE);
        });
    }

    /** Ends a call that is under way in another thread; it fails. */
    public void abort() throws SQLException {
        RiskSession session = underWay.get();
        if (session != null) {
            session.abort();
        }
    }

    private RiskRound newlyReceived(Connection connection, Pass pass) throws SQLException {
        WatermarkStore marks = new WatermarkStore(connection);
        // Before any statement that reads taps: what those do not see may be received after this moment only.
        Instant horizon = marks.getHorizon(behind);
        Optional<Instant> watermark = marks.findWatermark(pass);
        if (watermark.isEmpty()) {
            return RiskRound.NOTHING;
        }
        Instant from = watermark.get();
        Instant end = from.plus(atOnce);
        boolean caughtUp = !end.isBefore(horizon);
        LocalDate earliest = pass.earliest(from.atZone(SHANGHAI).toLocalDate());
        List<Slice> slices =
                new TrailStore(connection).listSlices(earliest, Slice.received(pass, from, caughtUp ? NO_END : end));
        RiskRound round = look(connection, slices, caughtUp);
        marks.move(pass, caughtUp ? horizon : end);
        return round;
    }

    private static RiskRound look(Connection connection, List<Slice> slices, boolean caughtUp) throws SQLException {
        RiskLimits limits = new WatermarkStore(connection).getLimits();
        TrailStore trails = new TrailStore(connection);
        FlagStore flags = new FlagStore(connection);
        Consumer<RiskFlag> keep = flag -> keep(flags, flag);
        long taps = 0;
        for (Slice slice : slices) {
            trails.holders(slice, limits.holderReach(), Trails.ofHolders(limits, slice.first(), keep));
            trails.terminals(slice, limits.terminalReach(), Trails.ofTerminals(limits, slice.first(), keep));
            trails.sameNumber(slice, new SameNumber(keep));
            taps += slice.taps();
        }
        flags.flush();
        return new RiskRound(taps, flags.added(), caughtUp);
    }

    private static void keep(FlagStore flags, RiskFlag flag) {
        try {
            flags.add(flag);
        } catch (SQLException failure) {
            throw new NotKept(failure);
        }
    }

    private interface Work {
        RiskRound in(Connection connection) throws SQLException;
    }

    private Optional<RiskRound> inSession(Work work) throws SQLException {
        Optional<RiskSession> opened = RiskSession.open(database, by);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (RiskSession session = opened.get()) {
            underWay.set(session);
            Connection connection = session.connection();
            connection.setAutoCommit(false);
            RiskRound round = work.in(connection);
            connection.commit();
            return Optional.of(round);
        } catch (NotKept failure) {
            throw failure.cause;
        } finally {
            underWay.set(null);
        }
    }

    /** A failure of the database on its way through a consumer. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient SQLException cause;

        NotKept(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
