package cn.suinian.gateway.democity;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.democity.CityPlan.PlannedTerminal;
import cn.suinian.gateway.democity.CityPlan.PlannedVendor;
import cn.suinian.gateway.democity.CityPlan.Spot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Plants a city into a database, if and only if there is nothing in it. */
public final class Planting {

    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7202)";
    private static final String IS_EMPTY = """
            SELECT NOT EXISTS (SELECT 1 FROM vendor) AND NOT EXISTS (SELECT 1 FROM terminal)
               AND NOT EXISTS (SELECT 1 FROM holder) AND NOT EXISTS (SELECT 1 FROM tap)
               AND NOT EXISTS (SELECT 1 FROM installation)
            """;
    private static final String MARK = "INSERT INTO installation (demo_city) VALUES (true)";
    private static final String OPEN_DAY =
            "INSERT INTO open_business_day (day) VALUES (?) ON CONFLICT (only_row) DO UPDATE SET day = excluded.day";
    private static final String VENDOR = "INSERT INTO vendor (code, name, kind) VALUES (?, ?, ?) RETURNING vendor_id";
    private static final String TERMINAL = """
            INSERT INTO terminal (terminal_id, vendor_id, services, place_kind, lat_e6, lon_e6, feeds)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DEMONSTRATION_RULE = """
            INSERT INTO benefit_rule (rule_id, benefit, service, district, valid_from, hukou_required, payer,
                                      place_kinds, attestation, basis)
            VALUES (9001, 'SPORTS', 4, 5, '2026-01-01', true, 'HUKOU_DISTRICT', '{SPORTS}', 'FITNESS_CERTIFICATE',
                    'A demonstration, no notice: Yantian asks for a certificate of fitness at sports venues')
            """;
    static final Actor PLANTER = Actor.house("demo-city");

    private final DataSource database;
    private final Clock clock;

    public Planting(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Plants the city; false, and nothing happens, when the database is not empty.
     *
     * @param vault seals what is known of people and staff; asked for only where there is any
     */
    public boolean plant(Supplier<CityPlan> plan, Supplier<? extends DataVault> vault) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (!empty(connection)) {
                return false;
            }
            plant(connection, plan.get(), vault);
            connection.commit();
            return true;
        }
    }

    private static boolean empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            try (ResultSet answer = statement.executeQuery(IS_EMPTY)) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private void plant(Connection connection, CityPlan plan, Supplier<? extends DataVault> vault) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MARK);
        }
        try (PreparedStatement insert = connection.prepareStatement(OPEN_DAY)) {
            insert.setObject(1, plan.openDay());
            insert.execute();
        }
        Map<String, Integer> vendorIds = new HashMap<>();
        for (PlannedVendor vendor : plan.vendors()) {
            vendorIds.put(vendor.code(), vendor(connection, vendor));
        }
        terminals(connection, plan, vendorIds);
        if (plan.demonstrationRule()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(DEMONSTRATION_RULE);
            }
        }
        new PeoplePlanting(connection, plan, clock.instant()).plant(vault);
        new DeskPlanting(connection, plan.desks(), clock.instant()).plant(vault);
        new AuditLog(clock).append(connection, PLANTER, entry(plan));
    }

    private static AuditEntry entry(CityPlan plan) {
        return new AuditEntry(
                "DEMO_CITY_PLANTED",
                null,
                null,
                Map.of(),
                Map.of(
                        "holders", String.valueOf(plan.people().size()),
                        "terminals", String.valueOf(plan.terminals().size()),
                        "counters", String.valueOf(plan.desks().counters().size()),
                        "staff", String.valueOf(plan.desks().staff().size())),
                null);
    }

    private static int vendor(Connection connection, PlannedVendor vendor) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(VENDOR)) {
            insert.setString(1, vendor.code());
            insert.setString(2, vendor.name());
            insert.setString(3, vendor.kind());
            try (ResultSet made = insert.executeQuery()) {
                made.next();
                return made.getInt(1);
            }
        }
    }

    private static void terminals(Connection connection, CityPlan plan, Map<String, Integer> vendorIds)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TERMINAL)) {
            for (PlannedTerminal terminal : plan.terminals()) {
                Spot spot = terminal.spot();
                insert.setLong(1, terminal.id());
                insert.setInt(2, vendorIds.getOrDefault(terminal.vendorCode(), 0));
                insert.setInt(
                        3, terminal.services().stream().mapToInt(Service::bit).sum());
                insert.setString(4, terminal.placeKind());
                insert.setObject(5, spot == null ? null : spot.latE6(), Types.INTEGER);
                insert.setObject(6, spot == null ? null : spot.lonE6(), Types.INTEGER);
                insert.setArray(
                        7, connection.createArrayOf("text", terminal.feeds().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
