package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** The lanes' statements go by the primary keys, whether the tables are empty or full when they are planned. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({
    "an account's window holds the counters of the stored taps",
    "a tap is filed under the Shanghai date of its time"
})
class PlansTest {

    private static final String FILL = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey)
            SELECT date '2026-11-25' - n % 3, '2026-11-25', 1, 440300010007, n, 1 + n % 3000, n, n, now(), now(),
                   1000001 + n % 3000, 0, 0, 0, 1, 0, 0
            FROM generate_series(1, 20000) AS n""";

    @Test
    void onEmptyTables(Database database) throws Exception {
        try (Connection connection = lane(database)) {
            checkPlans(connection);
        }
    }

    @Test
    void onFilledTables(Database database) throws Exception {
        LiveCity city = new LiveCity(database, 3_000);
        new TapPartitions(database.dataSource()).makeAround(LocalDate.of(2026, 11, 25));
        city.sql(FILL);
        city.sql("ANALYZE");
        city.close();
        try (Connection connection = lane(database)) {
            checkPlans(connection);
        }
    }

    private static void checkPlans(Connection lane) throws SQLException {
        String posting = plan(lane, Posting.STATEMENT);
        assertThat(posting)
                .contains("Index Scan using account_pkey on account")
                .doesNotContain("Seq Scan on account", "Seq Scan on tap");
        assertThat(posting)
                .as("a batch and its accounts are matched by hash")
                .contains("Hash Join", "hashed SubPlan")
                .doesNotContain("Nested Loop");
        assertThat(plan(lane, TapRows.LOOK_UP)).contains("_pkey on tap_").doesNotContain("Seq Scan on tap");
        assertThat(plan(lane, FactsRows.SELECT))
                .contains("account_pkey", "holder_pkey", "holder_hukou_pkey", "holder_category_pkey", "card_holder")
                .doesNotContain("Seq Scan on account", "Seq Scan on holder", "Seq Scan on card", "Hash");
    }

    /** A connection that plans as a lane's does; in simple mode, so that the parameters stay open. */
    private static Connection lane(Database database) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource();
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : PostgresLedger.SESSION.entrySet()) {
                statement.execute("SET " + setting.getKey() + " = '" + setting.getValue() + "'");
            }
        }
        return connection;
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
