package cn.suinian.settlement.allowance;

import cn.suinian.settlement.allowance.policy.RunLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lines and notes of a list that is being made, written a few thousand at a time. */
final class LineStore {

    private static final int BATCH = 5_000;

    private static final String LINES = """
            INSERT INTO allowance_line (run_no, holder_id, month, kind, fen, from_age, reason)
            SELECT ?, * FROM unnest(?::bigint[], ?::date[], ?::text[], ?::bigint[], ?::smallint[], ?::text[])
            """;
    private static final String NOTES = """
            INSERT INTO allowance_note (run_no, holder_id, kind, reason, before_fen, after_fen)
            SELECT ?, * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
            """;

    private final Connection transaction;
    private final long runNo;
    private final List<Object[]> lines = new ArrayList<>();
    private final List<Object[]> notes = new ArrayList<>();

    LineStore(Connection transaction, long runNo) {
        this.transaction = transaction;
        this.runNo = runNo;
    }

    void add(long holderId, RunLine line) throws SQLException {
        lines.add(new Object[] {
            holderId,
            line.month().atDay(1).toString(),
            line.kind().name(),
            line.fen(),
            (short) line.fromAge(),
            line.reason()
        });
        if (lines.size() == BATCH) {
            write(LINES, lines, "bigint", "date", "text", "bigint", "smallint", "text");
        }
    }

    void add(Note note) throws SQLException {
        notes.add(new Object[] {note.holderId(), note.kind().name(), note.reason(), note.beforeFen(), note.afterFen()});
        if (notes.size() == BATCH) {
            write(NOTES, notes, "bigint", "text", "text", "bigint", "bigint");
        }
    }

    /** Writes what is left. */
    void finish() throws SQLException {
        write(LINES, lines, "bigint", "date", "text", "bigint", "smallint", "text");
        write(NOTES, notes, "bigint", "text", "text", "bigint", "bigint");
    }

    private void write(String sql, List<Object[]> rows, String... types) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = transaction.prepareStatement(sql)) {
            insert.setLong(1, runNo);
            for (int column = 0; column < types.length; column++) {
                Object[] values = new Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = rows.get(row)[column];
                }
                insert.setArray(column + 2, transaction.createArrayOf(types[column], values));
            }
            insert.executeUpdate();
        }
        rows.clear();
    }
}
