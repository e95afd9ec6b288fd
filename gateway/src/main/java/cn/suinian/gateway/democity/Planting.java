package cn.suinian.gateway.democity;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.democity.CityPlan.Person;
import cn.suinian.gateway.democity.CityPlan.PlannedCard;
import cn.suinian.gateway.democity.CityPlan.PlannedTerminal;
import cn.suinian.gateway.democity.CityPlan.PlannedVendor;
import cn.suinian.gateway.democity.CityPlan.Spot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
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
    private static final String HOLDER =
            "INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (?, ?)";
    private static final String NEXT_HOLDER =
            "SELECT setval(pg_get_serial_sequence('holder', 'holder_id'), greatest(1, max(holder_id))) FROM holder";
    private static final String HUKOU = "INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (?, ?, ?)";
    private static final String CATEGORY =
            "INSERT INTO holder_category (holder_id, category, valid_from) VALUES (?, ?, ?)";
    private static final String CARD =
            "INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) VALUES (?, ?, ?, ?, ?)";
    private static final String ACCOUNT = "INSERT INTO account (holder_id, live_card) VALUES (?, ?)";

    /** The demo's statuses began long before any tap, so that every client knows what to expect. */
    private static final LocalDate STATUS_SINCE = LocalDate.of(2024, 1, 1);

    private static final LocalDate EXPIRES_ON = LocalDate.of(2099, 12, 31);

    private final DataSource database;

    public Planting(DataSource database) {
        this.database = database;
    }

    /** Plants the city; false, and nothing happens, when the database is not empty. */
    public boolean plant(Supplier<CityPlan> plan) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (!empty(connection)) {
                return false;
            }
            plant(connection, plan.get());
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

    private static void plant(Connection connection, CityPlan plan) throws SQLException {
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
        people(connection, plan);
        try (Statement statement = connection.createStatement()) {
            statement.execute(NEXT_HOLDER);
        }
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

    private static void people(Connection connection, CityPlan plan) throws SQLException {
        try (PreparedStatement holder = connection.prepareStatement(HOLDER);
                PreparedStatement hukou = connection.prepareStatement(HUKOU);
                PreparedStatement category = connection.prepareStatement(CATEGORY);
                PreparedStatement card = connection.prepareStatement(CARD);
                PreparedStatement account = connection.prepareStatement(ACCOUNT)) {
            long id = 0;
            for (Person person : plan.people()) {
                id++;
                add(holder, id, person.bornOn());
                if (person.hukou() != null) {
                    add(hukou, id, person.hukou().code(), CityPlan.SINCE);
                }
                for (var each : person.categories()) {
                    add(category, id, each.name(), CityPlan.SINCE);
                }
                int live = 0;
                for (PlannedCard each : person.cards()) {
                    add(card, each.serial(), id, each.status().name(), since(each.status()), EXPIRES_ON);
                    live = each.serial();
                }
                add(account, id, live);
            }
            holder.executeBatch();
            hukou.executeBatch();
            category.executeBatch();
            card.executeBatch();
            account.executeBatch();
        }
    }

    private static java.sql.Timestamp since(CardStatus status) {
        LocalDate day = status == CardStatus.ACTIVE ? CityPlan.SINCE : STATUS_SINCE;
        return java.sql.Timestamp.valueOf(day.atStartOfDay());
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }
}
