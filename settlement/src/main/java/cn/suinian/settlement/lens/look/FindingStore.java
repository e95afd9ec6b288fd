package cn.suinian.settlement.lens.look;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.policy.Finding;
import cn.suinian.settlement.lens.policy.OpeningHours;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Findings, and which days were looked at, in SQL. */
final class FindingStore {

    /** One look at a time in the whole house; next to 7203 of the risk scan. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7210)";

    private static final String PATIENCE = "SET LOCAL statement_timeout = '10min'";
    private static final String READY = """
            SELECT 1 FROM business_day d JOIN risk_day r USING (day) WHERE d.day = ? AND d.cleared_at IS NOT NULL
            """;
    /** Of a day that is not paid, what came after the look is looked at too: flags are only ever added. */
    private static final String TO_LOOK_AT = """
            d.cleared_at IS NOT NULL AND NOT EXISTS (
                SELECT FROM lens_day l WHERE l.day = d.day AND (d.state IN ('PAID', 'SEALED')
                    OR coalesce((SELECT max(k.flags) FROM lens_look k WHERE k.day = d.day), 0)
                       = (SELECT count(*) FROM risk_flag f WHERE f.day = d.day)))
            """;

    private static final String OLDEST =
            "SELECT min(d.day) FROM business_day d JOIN risk_day r USING (day) WHERE " + TO_LOOK_AT;
    private static final String NOT_LOOKED_AT =
            "SELECT d.day FROM business_day d WHERE d.day <= ? AND " + TO_LOOK_AT + "ORDER BY d.day LIMIT 10";
    private static final String LOOKED_AT = "SELECT 1 FROM lens_day WHERE day = ?";
    private static final String FINISH = "INSERT INTO lens_day (day) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String SAW = """
            INSERT INTO lens_look (day, flags) SELECT ?, count(*) FROM risk_flag WHERE day = ?
            """;
    private static final String INSERT = """
            INSERT INTO vendor_finding (day, vendor_id, kind, score, evidence, open_from, open_to)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT ON CONSTRAINT found_once DO NOTHING RETURNING finding_no
            """;
    private static final String MONEY =
            "INSERT INTO vendor_finding_money (finding_no, payer, service, fen) VALUES (?, ?, ?, ?)";

    /** A declined tap of a dead holder costs nobody anything. What was a reason once is not one again. */
    private static final String TOO_MUCH = """
            SELECT i.vendor_id, k.value::int AS auto_hold_score, sum(i.score) AS score,
                   array_agg(i.number) FILTER (WHERE i.source = 'FLAG') AS flags,
                   array_agg(i.number) FILTER (WHERE i.source = 'FINDING') AS findings
            FROM lens_item i
            JOIN settlement_limit_on(?) c ON c.name = 'COUNTED' AND c.about = i.kind AND c.value = '1'
            JOIN vendor v ON v.vendor_id = i.vendor_id
            JOIN settlement_limit_on(?) k ON k.name = 'AUTO_HOLD_SCORE' AND k.about = v.kind AND k.value IS NOT NULL
            WHERE i.day = ? AND i.verdict IS DISTINCT FROM 'EXPLAINED'
              AND coalesce(i.evidence ->> 'outcome', 'APPROVED') = 'APPROVED'
              AND NOT EXISTS (SELECT FROM payment_hold_ground g
                              WHERE i.source = 'FLAG' AND g.flag_id = i.number)
              AND NOT EXISTS (SELECT FROM payment_hold_ground g
                              WHERE i.source = 'FINDING' AND g.finding_no = i.number)
              AND NOT EXISTS (SELECT FROM payment_hold h WHERE h.vendor_id = i.vendor_id AND h.released_at IS NULL
                              AND (h.from_day IS NULL OR i.day BETWEEN h.from_day AND h.to_day))
            GROUP BY i.vendor_id, k.value
            HAVING sum(i.score) > k.value::int
            ORDER BY i.vendor_id
            """;

    /** A payer's part of what a finding is about. */
    record Part(Payer payer, Service service, long fen) {}

    private final Connection transaction;

    FindingStore(Connection transaction) {
        this.transaction = transaction;
    }

    void takeTurn() throws SQLException {
        try (PreparedStatement patience = transaction.prepareStatement(PATIENCE);
                PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            patience.execute();
            lock.execute();
        }
    }

    boolean isReady(LocalDate day) throws SQLException {
        return is(READY, day);
    }

    boolean isLookedAt(LocalDate day) throws SQLException {
        return is(LOOKED_AT, day);
    }

    List<LocalDate> listNotLookedAt(LocalDate throughDay) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(NOT_LOOKED_AT)) {
            query.setObject(1, throughDay);
            List<LocalDate> days = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
            }
            return days;
        }
    }

    Optional<LocalDate> findOldest() throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(OLDEST);
                ResultSet row = query.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class));
        }
    }

    void finish(LocalDate day) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(FINISH);
                PreparedStatement saw = transaction.prepareStatement(SAW)) {
            insert.setObject(1, day);
            insert.executeUpdate();
            saw.setObject(1, day);
            saw.setObject(2, day);
            saw.executeUpdate();
        }
    }

    /** False when it was found before; it stays as it was then. */
    boolean add(LocalDate day, Finding finding, List<Part> money) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            OpeningHours hours = finding.hours();
            insert.setObject(1, day);
            insert.setInt(2, finding.vendorId());
            insert.setString(3, finding.kind().name());
            insert.setInt(4, finding.score());
            insert.setString(5, finding.evidence().json());
            insert.setObject(6, hours == null ? null : hours.from(), Types.TIME);
            insert.setObject(7, hours == null ? null : hours.to(), Types.TIME);
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                addMoney(row.getLong(1), money);
                return true;
            }
        }
    }

    private void addMoney(long findingNo, List<Part> money) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(MONEY)) {
            for (Part part : money) {
                insert.setLong(1, findingNo);
                insert.setInt(2, part.payer().code());
                insert.setInt(3, part.service().code());
                insert.setLong(4, part.fen());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The holds that the house should place on this day. */
    List<HoldRequest> listTooMuch(LocalDate day, LocalDate today) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(TOO_MUCH)) {
            query.setObject(1, today);
            query.setObject(2, today);
            query.setObject(3, day);
            List<HoldRequest> holds = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    List<ItemRef> grounds = new ArrayList<>();
                    numbers(row, "findings").stream().map(ItemRef::finding).forEach(grounds::add);
                    numbers(row, "flags").stream().map(ItemRef::flag).forEach(grounds::add);
                    String reason = "系统自动暂缓：当日风险分 %d，上限 %d。Held by the house: the day's score is %d, the limit %d."
                            .formatted(
                                    row.getLong("score"),
                                    row.getInt("auto_hold_score"),
                                    row.getLong("score"),
                                    row.getInt("auto_hold_score"));
                    holds.add(new HoldRequest(row.getInt("vendor_id"), HeldDays.of(day), reason, grounds));
                }
            }
            return holds;
        }
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }

    private boolean is(String sql, LocalDate day) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            query.setObject(1, day);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
