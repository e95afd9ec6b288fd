package cn.suinian.core.staff.client;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of clients and of their access tokens. */
final class ClientStore {

    private static final String COLUMNS =
            "c.client_id, c.name, c.roles, c.district, c.counter_id, c.status, c.row_version";
    private static final String LIST = "SELECT " + COLUMNS + " FROM api_client c ORDER BY client_id";
    private static final String FIND = "SELECT " + COLUMNS + " FROM api_client c WHERE client_id = ?";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String INSERT = """
            INSERT INTO api_client (client_id, name, roles, district, counter_id, secret_hash, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String ROTATE = """
            UPDATE api_client SET old_hash = secret_hash, old_until = ?, secret_hash = ?, row_version = row_version + 1
            WHERE client_id = ?
            """;
    private static final String SET_STATUS =
            "UPDATE api_client SET status = ?, row_version = row_version + 1 WHERE client_id = ?";
    private static final String AUTHENTICATE = "SELECT " + COLUMNS + """
            , c.secret_hash = ? OR (c.old_hash IS NOT DISTINCT FROM ? AND c.old_until > ?) AS proved
            FROM api_client c WHERE c.client_id = ? AND c.status = 'ACTIVE'
            """;
    private static final String KEEP_TOKEN =
            "INSERT INTO api_token (token_hash, client_id, expires_at) VALUES (?, ?, ?)";
    private static final String OF_TOKEN = "SELECT " + COLUMNS + """
             FROM api_token t JOIN api_client c USING (client_id)
            WHERE t.token_hash = ? AND t.expires_at > ? AND c.status = 'ACTIVE'
            """;
    private static final String DROP_TOKENS = "DELETE FROM api_token WHERE client_id = ?";
    private static final String SWEEP = "DELETE FROM api_token WHERE expires_at <= ?";

    private ClientStore() {}

    static List<ApiClient> list(Connection transaction) throws SQLException {
        try (PreparedStatement list = transaction.prepareStatement(LIST);
                ResultSet rows = list.executeQuery()) {
            List<ApiClient> clients = new ArrayList<>();
            while (rows.next()) {
                clients.add(read(rows));
            }
            return clients;
        }
    }

    static Optional<ApiClient> find(Connection transaction, String clientId) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(FIND)) {
            find.setString(1, clientId);
            return first(find);
        }
    }

    static Optional<ApiClient> lock(Connection transaction, String clientId) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            lock.setString(1, clientId);
            return first(lock);
        }
    }

    /** False: the id is taken. */
    static boolean insert(Connection transaction, ApiClient client, byte[] secretHash, Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            District district = client.scope().district();
            insert.setString(1, client.clientId());
            insert.setString(2, client.name());
            insert.setArray(
                    3,
                    transaction.createArrayOf(
                            "text",
                            client.roles().stream().map(Role::name).sorted().toArray()));
            insert.setObject(4, district == null ? null : district.code(), Types.SMALLINT);
            insert.setObject(5, client.scope().counterId(), Types.INTEGER);
            insert.setBytes(6, secretHash);
            insert.setTimestamp(7, Timestamp.from(now));
            return insert.executeUpdate() == 1;
        }
    }

    static void rotate(Connection transaction, String clientId, byte[] secretHash, Instant oldUntil)
            throws SQLException {
        try (PreparedStatement rotate = transaction.prepareStatement(ROTATE)) {
            rotate.setTimestamp(1, Timestamp.from(oldUntil));
            rotate.setBytes(2, secretHash);
            rotate.setString(3, clientId);
            rotate.executeUpdate();
        }
    }

    static void setActive(Connection transaction, String clientId, boolean active) throws SQLException {
        try (PreparedStatement set = transaction.prepareStatement(SET_STATUS)) {
            set.setString(1, active ? "ACTIVE" : "DISABLED");
            set.setString(2, clientId);
            set.executeUpdate();
        }
    }

    /** The active client of this id, if the secret is its own; hashes of random secrets may be compared by SQL. */
    static Optional<ApiClient> authenticate(Connection transaction, String clientId, byte[] secretHash, Instant now)
            throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(AUTHENTICATE)) {
            find.setBytes(1, secretHash);
            find.setBytes(2, secretHash);
            find.setTimestamp(3, Timestamp.from(now));
            find.setString(4, clientId);
            try (ResultSet row = find.executeQuery()) {
                return row.next() && row.getBoolean("proved") ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    static void keepToken(Connection transaction, byte[] hash, String clientId, Instant expires) throws SQLException {
        try (PreparedStatement keep = transaction.prepareStatement(KEEP_TOKEN)) {
            keep.setBytes(1, hash);
            keep.setString(2, clientId);
            keep.setTimestamp(3, Timestamp.from(expires));
            keep.executeUpdate();
        }
    }

    static Optional<ApiClient> ofToken(Connection transaction, byte[] hash, Instant now) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(OF_TOKEN)) {
            find.setBytes(1, hash);
            find.setTimestamp(2, Timestamp.from(now));
            return first(find);
        }
    }

    static void dropTokens(Connection transaction, String clientId) throws SQLException {
        try (PreparedStatement drop = transaction.prepareStatement(DROP_TOKENS)) {
            drop.setString(1, clientId);
            drop.executeUpdate();
        }
    }

    static int sweep(Connection transaction, Instant now) throws SQLException {
        try (PreparedStatement sweep = transaction.prepareStatement(SWEEP)) {
            sweep.setTimestamp(1, Timestamp.from(now));
            return sweep.executeUpdate();
        }
    }

    /** The client as the audit trail knows it. */
    static Actor actor(ApiClient client, String address) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        client.roles().forEach(role -> permissions.addAll(role.permissions()));
        return new Actor(null, "client:" + client.clientId(), permissions, client.scope(), address);
    }

    private static Optional<ApiClient> first(PreparedStatement find) throws SQLException {
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    private static ApiClient read(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        int district = row.getInt("district");
        int counter = row.getInt("counter_id");
        return new ApiClient(
                row.getString("client_id"),
                row.getString("name"),
                roles,
                new Scope(district == 0 ? null : District.ofCode(district), counter == 0 ? null : counter),
                row.getString("status").equals("ACTIVE"),
                row.getInt("row_version"));
    }
}
