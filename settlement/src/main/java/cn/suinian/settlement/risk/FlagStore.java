package cn.suinian.settlement.risk;

import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.settlement.risk.policy.FlagKind;
import cn.suinian.settlement.risk.policy.RiskFlag;
import cn.suinian.settlement.risk.policy.RiskTap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps flags, each once, some hundred at a time. */
final class FlagStore {

    private static final int BATCH = 500;
    private static final int FIRST_OF_OTHER = 9;

    private static final String INSERT = """
            INSERT INTO risk_flag (kind, score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,
                                   other_tap_date, other_terminal_id, other_terminal_seq, other_holder_id, evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT ON CONSTRAINT flagged_once DO NOTHING
            """;

    private final Connection connection;
    private final List<RiskFlag> waiting = new ArrayList<>();
    private final Map<FlagKind, Integer> added = new EnumMap<>(FlagKind.class);

    FlagStore(Connection connection) {
        this.connection = connection;
    }

    /** Takes a flag; it is written with others, by {@link #flush} at the latest. */
    void add(RiskFlag flag) throws SQLException {
        waiting.add(flag);
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    /** Writes what waits. */
    void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (RiskFlag flag : waiting) {
                fill(statement, flag);
                statement.addBatch();
            }
            int[] rows = statement.executeBatch();
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] > 0) {
                    added.merge(waiting.get(i).kind(), 1, Integer::sum);
                }
            }
        }
        waiting.clear();
    }

    /** How many of the written flags were new, by kind. */
    Map<FlagKind, Integer> added() {
        return added;
    }

    private static void fill(PreparedStatement statement, RiskFlag flag) throws SQLException {
        RiskTap tap = flag.tap();
        statement.setString(1, flag.kind().name());
        statement.setInt(2, flag.score());
        statement.setObject(3, tap.settleDate());
        statement.setInt(4, tap.vendorId());
        key(statement, 5, tap.key());
        key(
                statement,
                FIRST_OF_OTHER,
                flag.other() == null ? null : flag.other().key());
        statement.setString(13, flag.evidence().json());
    }

    private static void key(PreparedStatement statement, int first, @Nullable TapKey key) throws SQLException {
        statement.setObject(first, key == null ? null : key.tapDate(), Types.DATE);
        statement.setObject(first + 1, key == null ? null : key.terminalId(), Types.BIGINT);
        statement.setObject(first + 2, key == null ? null : key.terminalSeq(), Types.BIGINT);
        statement.setObject(first + 3, key == null ? null : key.holderId(), Types.BIGINT);
    }
}
