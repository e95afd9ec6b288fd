package cn.suinian.settlement.allowance.message;

import cn.suinian.settlement.calendar.WorkingDays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Queues what people have to be told of a run: each stop and each change, within five working days (rules of 2020). */
public final class Notices {

    private static final int WORKING_DAYS = 5;

    /** The dead are told nothing; whoever misses a check is told once, not every month that it lasts. */
    private static final String QUEUE = """
            INSERT INTO allowance_message (holder_id, kind, reason, month, fen, due_on)
            SELECT n.holder_id, n.kind, n.reason, r.month, n.after_fen, ?
            FROM allowance_note n JOIN allowance_run r USING (run_no)
            WHERE n.run_no = ? AND n.kind IN ('STOPPED', 'CHANGED') AND n.reason <> 'DECEASED'
            ON CONFLICT DO NOTHING
            """;

    private static final String OVERDUE = "SELECT count(*) FROM allowance_message WHERE sent_at IS NULL AND due_on < ?";

    private final Connection transaction;

    public Notices(Connection transaction) {
        this.transaction = transaction;
    }

    /** Queues the notices of a run that was approved today; how many. */
    public int queue(long runNo, LocalDate today) throws SQLException {
        LocalDate due = WorkingDays.read(transaction).after(today, WORKING_DAYS);
        try (PreparedStatement insert = transaction.prepareStatement(QUEUE)) {
            insert.setObject(1, due);
            insert.setLong(2, runNo);
            return insert.executeUpdate();
        }
    }

    /** How many messages should have been sent by this day and were not. */
    public long countOverdue(LocalDate today) throws SQLException {
        try (PreparedStatement count = transaction.prepareStatement(OVERDUE)) {
            count.setObject(1, today);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
