package cn.suinian.settlement.risk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which deaths of the register the scan has not heard of, in SQL. A day of death that was corrected is another one. */
final class DeathStore {
    private static final String UNKNOWN = """
            SELECT h.holder_id, h.deceased_on
            FROM holder h LEFT JOIN risk_death r USING (holder_id)
            WHERE h.deceased_on IS NOT NULL AND r.deceased_on IS DISTINCT FROM h.deceased_on
            ORDER BY h.holder_id LIMIT ?
            """;
    private static final String KNOW = """
            INSERT INTO risk_death (holder_id, deceased_on) VALUES (?, ?)
            ON CONFLICT (holder_id) DO UPDATE SET deceased_on = excluded.deceased_on, looked_at = clock_timestamp()
            """;

    /** Who is alive by the register: the death was undone, and if they die the taps until then are looked at anew. */
    private static final String FORGET = """
            DELETE FROM risk_death r USING holder h WHERE h.holder_id = r.holder_id AND h.deceased_on IS NULL
            """;

    private final Connection connection;

    DeathStore(Connection connection) {
        this.connection = connection;
    }

    /** Somebody who died. */
    record Death(long holderId, LocalDate on) {}

    List<Death> listUnknown(int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(UNKNOWN)) {
            query.setInt(1, most);
            List<Death> deaths = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    deaths.add(new Death(row.getLong("holder_id"), row.getObject("deceased_on", LocalDate.class)));
                }
            }
            return deaths;
        }
    }

    void forgetUndone() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.executeUpdate();
        }
    }

    void know(Death death) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KNOW)) {
            insert.setLong(1, death.holderId());
            insert.setObject(2, death.on());
            insert.executeUpdate();
        }
    }
}
