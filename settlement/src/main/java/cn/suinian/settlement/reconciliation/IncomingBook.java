package cn.suinian.settlement.reconciliation;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.Incoming.Stage;
import cn.suinian.settlement.statement.Statements;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where nodes write how far statements are that they take in, and read it of each other. */
public final class IncomingBook {
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String FORGET = "DELETE FROM statement_incoming WHERE begun_at < ?";
    private static final String BEGIN = """
            INSERT INTO statement_incoming (job_id, vendor_id, day, takes, begun_as, begun_at, stage, heard_at)
            VALUES (?, ?, ?, ?, ?, ?, 'WAITING', ?)
            """;

    /** What is over stays as it is, whatever is said late. */
    private static final String TELL = """
            UPDATE statement_incoming
            SET stage = ?, percent = ?, lines = ?, bad = ?, statement_id = ?, before = ?, report = ?, why_code = ?,
                why_zh = ?, why_en = ?, reference = ?, heard_at = ?
            WHERE job_id = ? AND stage NOT IN ('DONE', 'FAILED')
            """;

    private static final String UNDER_WAY = """
            SELECT count(*) FROM statement_incoming
            WHERE takes AND stage IN ('WAITING', 'TAKING', 'COMPARING') AND heard_at >= ?
            """;
    private static final String FIND = "SELECT * FROM statement_incoming WHERE job_id = ?";

    private final Transactions transactions;
    private final Statements statements;
    private final Clock clock;

    public IncomingBook(Transactions transactions, Statements statements, Clock clock) {
        this.transactions = transactions;
        this.statements = statements;
        this.clock = clock;
    }

    private record Told(String name, String zh, String en) implements Refusal {}

    /** What a row says; the statement by its number. */
    private record Row(Incoming incoming, @Nullable Integer statementId, Instant heard) {}

    /** Begins one; what is older than thirty days is forgotten. */
    public void begin(Actor actor, String jobId, int vendorId, LocalDate day, boolean takes) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        transactions.run(transaction -> {
            try (PreparedStatement delete = transaction.prepareStatement(FORGET)) {
                delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
                delete.executeUpdate();
            }
            try (PreparedStatement insert = transaction.prepareStatement(BEGIN)) {
                insert.setString(1, jobId);
                insert.setInt(2, vendorId);
                insert.setObject(3, day);
                insert.setBoolean(4, takes);
                insert.setString(5, actor.account());
                insert.setTimestamp(6, now);
                insert.setTimestamp(7, now);
                insert.executeUpdate();
            }
            return true;
        });
    }

    /** Says how far one is. */
    public void tell(Incoming now) throws SQLException {
        transactions.run(transaction -> {
            try (PreparedStatement update = transaction.prepareStatement(TELL)) {
                Refusal why = now.refusal();
                update.setString(1, now.stage().name());
                update.setInt(2, now.percent());
                update.setLong(3, now.lines());
                update.setLong(4, now.bad());
                update.setObject(
                        5, now.statement() == null ? null : now.statement().statementId(), Types.INTEGER);
                update.setBoolean(6, now.before());
                update.setArray(7, numbers(transaction, now.report()));
                update.setString(8, why == null ? null : why.name());
                update.setString(9, why == null ? null : why.zh());
                update.setString(10, why == null ? null : why.en());
                update.setString(11, now.reference());
                update.setTimestamp(12, Timestamp.from(clock.instant()));
                update.setString(13, now.jobId());
                update.executeUpdate();
            }
            return true;
        });
    }

    /**
     * One that any node began. Of one whose node says nothing for a minute it says that it was cut off.
     *
     * @return empty: there is none of this name
     */
    public Optional<Incoming> find(Actor actor, String jobId) throws SQLException {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(ReconciliationRefusal.NOT_ALLOWED);
        }
        Optional<Row> row = transactions.run(transaction -> read(transaction, jobId));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Incoming told = row.get().incoming;
        Integer statement = row.get().statementId;
        boolean cutOff = told.stage().running()
                && row.get().heard.isBefore(clock.instant().minus(SILENCE));
        return Optional.of(new Incoming(
                told.jobId(),
                told.vendorId(),
                told.day(),
                told.takes(),
                cutOff ? Stage.FAILED : told.stage(),
                told.percent(),
                told.lines(),
                told.bad(),
                statement == null ? null : statements.get(actor, statement),
                told.before(),
                told.report(),
                cutOff ? ReconciliationRefusal.CUT_OFF : told.refusal(),
                told.reference()));
    }

    /** How many statements nodes take in now; one whose node says nothing for a minute was cut off. */
    public long countUnderWay(Actor actor) throws SQLException {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(ReconciliationRefusal.NOT_ALLOWED);
        }
        Timestamp silent = Timestamp.from(clock.instant().minus(SILENCE));
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(UNDER_WAY)) {
                select.setTimestamp(1, silent);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static Optional<Row> read(Connection transaction, String jobId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setString(1, jobId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                int vendorId = row.getInt("vendor_id");
                LocalDate day = row.getObject("day", LocalDate.class);
                String code = row.getString("why_code");
                Incoming incoming = new Incoming(
                        jobId,
                        vendorId,
                        day,
                        row.getBoolean("takes"),
                        Stage.valueOf(row.getString("stage")),
                        row.getInt("percent"),
                        row.getLong("lines"),
                        row.getLong("bad"),
                        null,
                        row.getBoolean("before"),
                        report(vendorId, day, row.getArray("report")),
                        code == null ? null : new Told(code, row.getString("why_zh"), row.getString("why_en")),
                        row.getString("reference"));
                return Optional.of(new Row(
                        incoming,
                        row.getObject("statement_id", Integer.class),
                        row.getTimestamp("heard_at").toInstant()));
            }
        }
    }

    private static @Nullable Array numbers(Connection transaction, @Nullable RunReport report) throws SQLException {
        if (report == null) {
            return null;
        }
        Object[] numbers = {
            (long) report.statements(),
            report.rows(),
            report.grouped(),
            report.opened(),
            report.changed(),
            report.healed(),
            report.resolved(),
            report.openBreaks(),
            report.riskFen()
        };
        return transaction.createArrayOf("bigint", numbers);
    }

    private static @Nullable RunReport report(int vendorId, LocalDate day, @Nullable Array array) throws SQLException {
        if (array == null) {
            return null;
        }
        Long[] n = (Long[]) array.getArray();
        return new RunReport(vendorId, day, Math.toIntExact(n[0]), n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
    }
}
