package cn.suinian.core.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Vendors in SQL. */
final class VendorStore {

    private static final String SELECT = "SELECT vendor_id, row_version, code, name, name_en, kind FROM vendor ";
    private static final String FIND = SELECT + "WHERE vendor_id = ?";
    private static final String LOCK = FIND + " FOR NO KEY UPDATE";
    private static final String FLEET = """
            SELECT count(*), count(*) FILTER (WHERE status = 'SUSPENDED') FROM terminal WHERE vendor_id = ?""";
    private static final String PAGE = SELECT + "WHERE code > ? ORDER BY code LIMIT ?";
    private static final String INSERT = """
            INSERT INTO vendor (code, name, name_en, kind) VALUES (?, ?, ?, ?)
            ON CONFLICT (code) DO NOTHING RETURNING vendor_id""";
    private static final String UPDATE =
            "UPDATE vendor SET name = ?, name_en = ?, row_version = row_version + 1 WHERE vendor_id = ?";

    private VendorStore() {}

    static Optional<VendorEntry> find(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(FIND)) {
            query.setInt(1, vendorId);
            return read(query).stream().findFirst();
        }
    }

    static Fleet fleet(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(FLEET)) {
            query.setInt(1, vendorId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Fleet(row.getInt(1), row.getInt(2));
            }
        }
    }

    static Optional<VendorEntry> lock(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(LOCK)) {
            query.setInt(1, vendorId);
            return read(query).stream().findFirst();
        }
    }

    static List<VendorEntry> page(Connection transaction, String afterCode, int limit) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(PAGE)) {
            query.setString(1, afterCode);
            query.setInt(2, limit);
            return read(query);
        }
    }

    /** Its number; empty when the code is taken. */
    static Optional<Integer> insert(Connection transaction, VendorEntry vendor) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setString(1, vendor.code());
            insert.setString(2, vendor.name());
            insert.setString(3, vendor.nameEn());
            insert.setString(4, vendor.kind().name());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    static void update(Connection transaction, VendorEntry vendor) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(UPDATE)) {
            update.setString(1, vendor.name());
            update.setString(2, vendor.nameEn());
            update.setInt(3, vendor.id());
            update.executeUpdate();
        }
    }

    private static List<VendorEntry> read(PreparedStatement query) throws SQLException {
        List<VendorEntry> vendors = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                vendors.add(new VendorEntry(
                        rows.getInt("vendor_id"),
                        rows.getInt("row_version"),
                        rows.getString("code"),
                        rows.getString("name"),
                        rows.getString("name_en"),
                        VendorKind.valueOf(rows.getString("kind"))));
            }
        }
        return vendors;
    }
}
