package cn.suinian.settlement.reconciliation;

import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.reconciliation.policy.OpenItem;
import cn.suinian.settlement.reconciliation.policy.ResolutionPolicy;
import cn.suinian.settlement.reconciliation.policy.ResolutionPolicy.Budget;
import cn.suinian.settlement.reconciliation.policy.ResolutionPolicy.Resolution;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets the rules in force resolve what they may of a vendor's open breaks. */
final class AutoResolution {
    private static final int MOST_AT_ONCE = 100_000;

    private static final String ITEMS = """
            SELECT b.break_no, b.vendor_id, b.day, b.kind, b.risk_fen FROM settlement_break b
            WHERE b.vendor_id = ? AND b.status = 'OPEN' AND b.kind <> 'EXPECTED'
              AND NOT EXISTS (SELECT FROM break_event e WHERE e.break_no = b.break_no AND e.staff_id IS NOT NULL)
              AND EXISTS (SELECT FROM resolution_rule r WHERE r.kind = b.kind
                          AND r.confirmed_at IS NOT NULL AND r.ended_at IS NULL
                          AND (r.vendor_id IS NULL OR r.vendor_id = b.vendor_id) AND b.risk_fen <= r.most_fen)
            ORDER BY b.risk_fen, b.break_no LIMIT ?
            """;
    private static final String SPENT = """
            SELECT vendor_id, day, kind, sum(risk_fen) FROM settlement_break
            WHERE vendor_id = ? AND closed_by_rule IS NOT NULL GROUP BY 1, 2, 3
            """;

    private final Connection transaction;
    private final int vendorId;
    private final Instant at;
    private final String by;

    AutoResolution(Connection transaction, int vendorId, Instant at, String by) {
        this.transaction = transaction;
        this.vendorId = vendorId;
        this.at = at;
        this.by = by;
    }

    long run() throws SQLException {
        List<ResolutionRule> rules = ResolutionRules.inForce(transaction, vendorId);
        if (rules.isEmpty()) {
            return 0;
        }
        List<Resolution> resolutions = ResolutionPolicy.decide(items(), rules, spent());
        try (PreparedStatement resolve = transaction.prepareStatement(BreakSql.RESOLVE)) {
            for (Resolution each : resolutions) {
                resolve.setString(
                        1,
                        switch (each.rule().act()) {
                            case ACCEPT -> "ACCEPTED";
                            case REJECT -> "REJECTED";
                        });
                resolve.setTimestamp(2, Timestamp.from(at));
                resolve.setInt(3, each.rule().ruleId());
                resolve.setLong(4, each.item().breakNo());
                resolve.setTimestamp(5, Timestamp.from(at));
                resolve.setString(6, by);
                resolve.setString(7, each.rule().basis());
                resolve.addBatch();
            }
            resolve.executeBatch();
        }
        return resolutions.size();
    }

    private List<OpenItem> items() throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ITEMS)) {
            select.setInt(1, vendorId);
            select.setInt(2, MOST_AT_ONCE);
            List<OpenItem> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(new OpenItem(
                            row.getLong(1),
                            row.getInt(2),
                            row.getObject(3, LocalDate.class),
                            BreakKind.valueOf(row.getString(4)),
                            row.getLong(5)));
                }
            }
            return items;
        }
    }

    private Map<Budget, Long> spent() throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(SPENT)) {
            select.setInt(1, vendorId);
            Map<Budget, Long> spent = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    spent.put(
                            new Budget(
                                    row.getInt(1),
                                    row.getObject(2, LocalDate.class),
                                    BreakKind.valueOf(row.getString(3))),
                            row.getLong(4));
                }
            }
            return spent;
        }
    }
}
