package cn.suinian.settlement.lens.work;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.policy.Concern;
import cn.suinian.settlement.lens.policy.OpeningHours;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cases and their evidence in SQL. */
final class CaseStore {

    private static final String HEAD = """
            SELECT v.code, v.name, count(i.number) AS items,
                   count(i.number) FILTER (WHERE i.verdict IS NULL) AS waiting,
                   coalesce(sum(i.score) FILTER (WHERE i.verdict IS DISTINCT FROM 'EXPLAINED'), 0) AS score
            FROM vendor v LEFT JOIN lens_item i ON i.vendor_id = v.vendor_id AND i.day BETWEEN ? AND ?
            WHERE v.vendor_id = ? GROUP BY v.code, v.name
            """;
    private static final String FINDINGS = """
            SELECT f.day, f.open_from, f.open_to, m.payer, m.service, m.fen
            FROM vendor_finding f
            JOIN lens_item i ON i.source = 'FINDING' AND i.number = f.finding_no
            LEFT JOIN vendor_finding_money m USING (finding_no)
            WHERE f.vendor_id = ? AND f.day BETWEEN ? AND ? AND i.vendor_id = f.vendor_id AND i.day = f.day
              AND i.verdict IS DISTINCT FROM 'EXPLAINED'
            """;
    private static final String FEN = "t.subsidy + t.operator_subsidy + t.delivery_subsidy";
    private static final String TAKEN_BACK = """
            EXISTS (SELECT FROM tap_reversal r
                    WHERE (r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id)
                        = (t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id))""";
    private static final String FLAGGED_TAPS = """
            SELECT i.day, (t.tapped_at AT TIME ZONE 'Asia/Shanghai')::time AS tapped_at, t.service, t.payer, %s AS fen
            FROM (SELECT DISTINCT f.day, f.tap_date, f.terminal_id, f.terminal_seq, f.holder_id
                  FROM risk_flag f JOIN lens_item i ON i.source = 'FLAG' AND i.number = f.flag_id
                  WHERE f.vendor_id = ? AND f.day BETWEEN ? AND ? AND i.vendor_id = f.vendor_id AND i.day = f.day
                    AND i.verdict IS DISTINCT FROM 'EXPLAINED') i
            JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
            WHERE t.reason = 0 AND t.payer IS NOT NULL AND %s > 0 AND NOT %s
            """.formatted(FEN, FEN, TAKEN_BACK);

    private static final String RECOVERED = """
            coalesce((SELECT sum(x.fen) FROM vendor_recovery_tap x
                      WHERE (x.tap_date, x.terminal_id, x.terminal_seq, x.holder_id)
                          = (t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id)), 0)
            - coalesce((SELECT sum(b.adjusted_fen) FROM settlement_break b
                        WHERE b.vendor_id = t.vendor_id AND b.adjusted_fen < 0
                          AND (b.tap_date, b.terminal_id, b.terminal_seq, b.card_serial)
                            = (t.tap_date, t.terminal_id, t.terminal_seq, t.card_serial)), 0)""";
    private static final String TAP_ROWS = """
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.tac, t.vendor_id, t.tapped_at, t.service,
                   t.reason, t.amount, t.payer, %s AS fen, %s AS taken_back, %s AS recovered,
                   EXISTS (SELECT FROM business_day d
                           WHERE d.day = t.settle_date AND d.cleared_at IS NOT NULL) AS cleared
            FROM tap t
            """.formatted(FEN, TAKEN_BACK, RECOVERED);
    private static final String OF_FLAG = TAP_ROWS + """
            JOIN (SELECT tap_date, terminal_id, terminal_seq, holder_id FROM risk_flag WHERE flag_id = ?
                  UNION
                  SELECT other_tap_date, other_terminal_id, other_terminal_seq, other_holder_id FROM risk_flag
                  WHERE flag_id = ?) k USING (tap_date, terminal_id, terminal_seq, holder_id)
            ORDER BY t.tapped_at DESC LIMIT ?
            """;

    /** A finding of a share or a sum is about the meals that somebody pays for; one of hours about the time. */
    private static final String OF_FINDING = TAP_ROWS.replace("FROM tap t\n", """
            FROM vendor_finding f CROSS JOIN LATERAL (
                SELECT * FROM tap WHERE tap_date = f.day AND settle_date = f.day AND vendor_id = f.vendor_id
                UNION ALL
                SELECT * FROM tap WHERE settle_date = f.day AND settle_date <> tap_date AND tap_date < f.day
                                    AND vendor_id = f.vendor_id) t
            CROSS JOIN LATERAL (SELECT (t.tapped_at AT TIME ZONE 'Asia/Shanghai')::time AS time) at
            """) + """
            WHERE f.finding_no = ? AND t.reason = 0
              AND CASE WHEN f.kind <> 'OUTSIDE_HOURS' THEN t.service = 2 AND t.subsidy > 0
                       WHEN f.open_from < f.open_to THEN at.time < f.open_from OR at.time >= f.open_to
                       ELSE at.time < f.open_from AND at.time >= f.open_to END
            ORDER BY t.tapped_at, t.terminal_id, t.terminal_seq, t.holder_id LIMIT ?
            """;

    private final Connection connection;

    CaseStore(Connection connection) {
        this.connection = connection;
    }

    Optional<VendorCase> find(int vendorId, LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HEAD)) {
            query.setObject(1, from);
            query.setObject(2, to);
            query.setInt(3, vendorId);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new VendorCase(
                        vendorId,
                        row.getString("code"),
                        row.getString("name"),
                        from,
                        to,
                        row.getLong("score"),
                        row.getLong("items"),
                        row.getLong("waiting"),
                        concern(vendorId, from, to).perPayer(),
                        Holds.blockers(connection, List.of(vendorId), to).getOrDefault(vendorId, List.of())));
            }
        }
    }

    List<EvidenceRow> evidence(ItemRef ref, int limit) throws SQLException {
        boolean flag = ref.source() == ItemRef.Source.FLAG;
        try (PreparedStatement query = connection.prepareStatement(flag ? OF_FLAG : OF_FINDING)) {
            int next = 1;
            query.setLong(next++, ref.number());
            if (flag) {
                query.setLong(next++, ref.number());
            }
            query.setInt(next, limit);
            List<EvidenceRow> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(evidence(row));
                }
            }
            return rows;
        }
    }

    private Concern concern(int vendorId, LocalDate from, LocalDate to) throws SQLException {
        Concern concern = new Concern();
        try (PreparedStatement query = ofVendor(FINDINGS, vendorId, from, to);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                LocalDate day = row.getObject("day", LocalDate.class);
                LocalTime open = row.getObject("open_from", LocalTime.class);
                concern.finding(
                        day, open == null ? null : new OpeningHours(open, row.getObject("open_to", LocalTime.class)));
                int payer = row.getInt("payer");
                if (payer != 0) {
                    concern.findingMoney(
                            day, new Payer(payer), Service.ofCode(row.getInt("service")), row.getLong("fen"));
                }
            }
        }
        try (PreparedStatement query = ofVendor(FLAGGED_TAPS, vendorId, from, to)) {
            query.setFetchSize(1000);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    concern.flaggedTap(
                            row.getObject("day", LocalDate.class),
                            row.getObject("tapped_at", LocalTime.class),
                            Service.ofCode(row.getInt("service")),
                            new Payer(row.getInt("payer")),
                            row.getLong("fen"));
                }
            }
        }
        return concern;
    }

    private PreparedStatement ofVendor(String sql, int vendorId, LocalDate from, LocalDate to) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setInt(1, vendorId);
        query.setObject(2, from);
        query.setObject(3, to);
        return query;
    }

    private static EvidenceRow evidence(ResultSet row) throws SQLException {
        int payer = row.getInt("payer");
        TapKey key = new TapKey(
                row.getObject("tap_date", LocalDate.class),
                row.getLong("terminal_id"),
                row.getLong("terminal_seq"),
                row.getLong("holder_id"));
        return new EvidenceRow(
                key,
                TapId.of(key.tapDate(), key.terminalId(), key.terminalSeq(), row.getLong("tac")),
                row.getInt("vendor_id"),
                row.getTimestamp("tapped_at").toInstant(),
                Service.ofCode(row.getInt("service")),
                row.getInt("reason") == 0,
                row.getLong("amount"),
                payer == 0 ? Optional.empty() : Optional.of(new Payer(payer)),
                row.getLong("fen"),
                row.getBoolean("taken_back"),
                row.getBoolean("cleared"),
                row.getLong("recovered"));
    }
}
