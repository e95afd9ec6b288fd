package cn.suinian.gateway.democity;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.holder.District;
import cn.suinian.core.staff.password.PasswordPolicy;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.signin.SecondFactor;
import cn.suinian.gateway.democity.CityPlan.Desks;
import cn.suinian.gateway.democity.CityPlan.PlannedCounter;
import cn.suinian.gateway.democity.CityPlan.PlannedStaff;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counters, the cards that lie there, and staff with a password and an authenticator. */
final class DeskPlanting {

    private static final String COUNTER =
            "INSERT INTO counter (name, district, kind) VALUES (?, ?, ?) RETURNING counter_id";
    private static final String RANGE = """
            INSERT INTO card_range (first_serial, last_serial, next_serial, layout, key_version, added_by, added_at)
            VALUES (?, ?, ?, 'DEMO', 1, ?, ?) RETURNING range_id
            """;
    private static final String STOCK = """
            INSERT INTO card_stock (card_serial, range_id, counter_id, status, status_since, key_version)
            SELECT serial, ?, ?, 'IN_STOCK', ?, 1 FROM generate_series(?, ?) AS serial
            """;
    private static final String STAFF = """
            INSERT INTO staff (account, display_name, roles, district, counter_id, password_hash, password_changed_at,
                               must_change_password, totp_changed_at, created_at)
            VALUES (?, ?, ARRAY[?], ?, ?, ?, ?, false, ?, ?) RETURNING staff_id
            """;
    private static final String AUTHENTICATOR = "UPDATE staff SET totp_secret = ? WHERE staff_id = ?";

    private final Connection connection;
    private final Desks desks;
    private final Timestamp now;

    DeskPlanting(Connection connection, Desks desks, Instant now) {
        this.connection = connection;
        this.desks = desks;
        this.now = Timestamp.from(now);
    }

    private record Place(int counterId, District district) {}

    /** Plants all of them; the vault is asked for when somebody works there. */
    void plant(Supplier<? extends DataVault> vault) throws SQLException {
        Map<String, Place> places = new HashMap<>();
        List<@Nullable Integer> shelves = new ArrayList<>();
        for (PlannedCounter each : desks.counters()) {
            int id = (int) number(
                    COUNTER, each.name(), each.district().code(), each.kind().name());
            places.put(each.name(), new Place(id, each.district()));
            shelves.add(id);
        }
        if (desks.cardsEach() > 0) {
            shelves.add(null);
            stock(shelves);
        }
        if (!desks.staff().isEmpty()) {
            staff(vault.get(), places);
        }
    }

    private void stock(List<@Nullable Integer> shelves) throws SQLException {
        int next = desks.firstSerial() + shelves.size() * desks.cardsEach();
        int range = (int) number(RANGE, desks.firstSerial(), desks.lastSerial(), next, Planting.PLANTER.account(), now);
        int first = desks.firstSerial();
        try (PreparedStatement insert = connection.prepareStatement(STOCK)) {
            for (Integer counter : shelves) {
                insert.setInt(1, range);
                insert.setObject(2, counter, Types.INTEGER);
                insert.setTimestamp(3, now);
                insert.setInt(4, first);
                insert.setInt(5, first + desks.cardsEach() - 1);
                insert.addBatch();
                first += desks.cardsEach();
            }
            insert.executeBatch();
        }
    }

    /** Each password is hashed at the price of a real one, two at a time. */
    private void staff(DataVault vault, Map<String, Place> places) throws SQLException {
        DemoSecrets secrets = new DemoSecrets(vault);
        Passwords passwords = new Passwords(
                new Argon2id(Argon2id.OWASP, Runtime.getRuntime().availableProcessors()), new SecureRandom());
        List<String> hashes = desks.staff().parallelStream()
                .map(each -> passwords.hash(PasswordPolicy.accept(secrets.password(each.account()), each.account())))
                .toList();
        for (int i = 0; i < hashes.size(); i++) {
            PlannedStaff each = desks.staff().get(i);
            Place place = each.counter() == null ? null : places.get(each.counter());
            long id = number(
                    STAFF,
                    each.account(),
                    each.name(),
                    each.role().name(),
                    place == null ? null : place.district().code(),
                    place == null ? null : place.counterId(),
                    hashes.get(i),
                    now,
                    now,
                    now);
            enrol(vault, id, secrets.authenticator(each.account()));
        }
    }

    /** Its seal is bound to the number of the row. */
    private void enrol(DataVault vault, long staffId, byte[] secret) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(AUTHENTICATOR)) {
            update.setBytes(1, vault.seal(SecondFactor.COLUMN, staffId, secret));
            update.setLong(2, staffId);
            update.executeUpdate();
        }
    }

    private long number(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            try (ResultSet made = insert.executeQuery()) {
                made.next();
                return made.getLong(1);
            }
        }
    }
}
