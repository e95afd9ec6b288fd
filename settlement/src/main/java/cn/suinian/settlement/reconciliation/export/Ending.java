package cn.suinian.settlement.reconciliation.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a break was resolved last, also when it is open again.
 *
 * @param by who: both people of an adjustment, a rule, or the comparison; empty: it never was
 * @param reason empty: none was given
 * @param adjustedFen what adjustments gave the vendor for it, all together; below zero: took
 */
record Ending(String by, String reason, long adjustedFen) {
    static final Ending NONE = new Ending("", "", 0);

    private static final String READ = """
            SELECT b.break_no, b.adjusted_fen, e.act, e.actor, r.asked_as, b.closed_by_rule,
                   coalesce(e.reason, r.reason, '') AS reason
            FROM settlement_break b
            LEFT JOIN LATERAL (
                SELECT act, actor, reason, request_no FROM break_event
                WHERE break_no = b.break_no
                  AND act IN ('ACCEPTED', 'REJECTED', 'LINKED', 'ADJUSTED', 'RESOLVED_BY_RULE', 'HEALED')
                ORDER BY version DESC LIMIT 1) e ON true
            LEFT JOIN approval_request r ON r.request_no = e.request_no
            WHERE b.break_no = ANY (?)
            """;

    /** Of these breaks, by number. */
    static Map<Long, Ending> read(Connection transaction, List<Long> breakNos) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(READ)) {
            select.setArray(1, transaction.createArrayOf("bigint", breakNos.toArray()));
            Map<Long, Ending> endings = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    endings.put(
                            row.getLong("break_no"),
                            new Ending(by(row), row.getString("reason"), row.getLong("adjusted_fen")));
                }
            }
            return endings;
        }
    }

    private static String by(ResultSet row) throws SQLException {
        String act = row.getString("act");
        if (act == null) {
            return "";
        }
        return switch (act) {
            case "HEALED" -> "自动比对 comparison";
            case "RESOLVED_BY_RULE" -> {
                String rule = row.getString("closed_by_rule");
                yield rule == null ? "自动处理规则 rule" : "自动处理规则 " + rule + " rule " + rule;
            }
            case "ADJUSTED" -> {
                String asked = row.getString("asked_as");
                yield asked == null ? row.getString("actor") : asked + " · " + row.getString("actor");
            }
            default -> row.getString("actor");
        };
    }
}
