package cn.suinian.settlement.statement;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.statement.format.AmountUnit;
import cn.suinian.settlement.statement.format.StatementField;
import cn.suinian.settlement.statement.format.StatementFormat;
import cn.suinian.settlement.statement.format.StatementMapping;
import cn.suinian.settlement.statement.format.TimeForm;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Keeps how vendors write their statements. Blocking. */
public final class StatementMappings {
    private static final Set<String> CHARSETS = Set.of("UTF-8", "GB18030");

    private static final String NEWEST = """
            SELECT version, format, charset, amount_unit, time_form FROM statement_mapping
            WHERE vendor_id = ? ORDER BY version DESC LIMIT 1
            """;
    private static final String FIELDS =
            "SELECT field, source FROM statement_mapping_field WHERE vendor_id = ? AND version = ?";
    private static final String ONE_AT_A_TIME = "SELECT FROM vendor WHERE vendor_id = ? FOR NO KEY UPDATE";
    private static final String ADD = """
            INSERT INTO statement_mapping (vendor_id, version, format, charset, amount_unit, time_form, made_by,
                                           made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_FIELD =
            "INSERT INTO statement_mapping_field (vendor_id, version, field, source) VALUES (?, ?, ?, ?)";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public StatementMappings(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the vendor writes from now on; statements that are there stay as they were read. */
    public StatementMapping set(Actor actor, int vendorId, StatementMapping mapping) throws SQLException {
        StatementRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        check(mapping);
        return transactions.run(transaction -> {
            lockVendor(transaction, vendorId);
            int version = of(transaction, vendorId).version() + 1;
            add(transaction, actor, vendorId, version, mapping);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("STATEMENT_MAPPING_SET", "VENDOR", vendorId)
                            .with(Map.of(
                                    "version", Integer.toString(version),
                                    "format", mapping.format().name(),
                                    "charset", mapping.charset().name(),
                                    "unit", mapping.unit().name(),
                                    "times", mapping.times().name())));
            return of(transaction, vendorId);
        });
    }

    /** The mapping in force; our own CSV when the vendor has none. */
    public StatementMapping get(Actor actor, int vendorId) throws SQLException {
        StatementRefusal.see(actor);
        return transactions.run(transaction -> of(transaction, vendorId));
    }

    /** Refuses a mapping that no statement could be read with. */
    static void check(StatementMapping mapping) {
        if (!CHARSETS.contains(mapping.charset().name())) {
            throw new RefusedException(StatementRefusal.CHARSET_UNKNOWN, "charset");
        }
        if (!StatementMapping.isWhole(mapping.format(), mapping.sources())) {
            throw new RefusedException(StatementRefusal.MAPPING_INCOMPLETE, "sources");
        }
    }

    /** The mapping in force; our own CSV when the vendor has none. */
    static StatementMapping of(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NEWEST)) {
            select.setInt(1, vendorId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return StatementMapping.OWN_CSV;
                }
                int version = row.getInt("version");
                return new StatementMapping(
                        version,
                        StatementFormat.valueOf(row.getString("format")),
                        Charset.forName(row.getString("charset")),
                        AmountUnit.valueOf(row.getString("amount_unit")),
                        TimeForm.valueOf(row.getString("time_form")),
                        fields(transaction, vendorId, version));
            }
        }
    }

    private static Map<StatementField, String> fields(Connection transaction, int vendorId, int version)
            throws SQLException {
        Map<StatementField, String> fields = new EnumMap<>(StatementField.class);
        try (PreparedStatement select = transaction.prepareStatement(FIELDS)) {
            select.setInt(1, vendorId);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    fields.put(StatementField.valueOf(row.getString("field")), row.getString("source"));
                }
            }
        }
        return fields;
    }

    private static void lockVendor(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.setInt(1, vendorId);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException(StatementRefusal.NO_SUCH_VENDOR);
                }
            }
        }
    }

    private void add(Connection transaction, Actor actor, int vendorId, int version, StatementMapping mapping)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setInt(1, vendorId);
            insert.setInt(2, version);
            insert.setString(3, mapping.format().name());
            insert.setString(4, mapping.charset().name());
            insert.setString(5, mapping.unit().name());
            insert.setString(6, mapping.times().name());
            insert.setObject(7, actor.staffId(), Types.BIGINT);
            insert.setTimestamp(8, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.prepareStatement(ADD_FIELD)) {
            for (Map.Entry<StatementField, String> each : mapping.sources().entrySet()) {
                insert.setInt(1, vendorId);
                insert.setInt(2, version);
                insert.setString(3, each.getKey().name());
                insert.setString(4, each.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
