package cn.suinian.core.staff.register;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The counters: bank branches and community desks. Opening one wants {@link Permission#STAFF_MANAGE}. Blocking. */
public final class Counters {

    private static final String INSERT = """
            INSERT INTO counter (name, district, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING counter_id
            """;
    private static final String LIST = "SELECT counter_id, name, district, kind FROM counter ORDER BY district, name";
    private static final int LONGEST_NAME = 80;

    private final Transactions transactions;
    private final AuditLog audit;

    public Counters(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Opens a counter. */
    public Counter create(Actor actor, String name, District district, Counter.Kind kind) throws SQLException {
        if (!actor.may(Permission.STAFF_MANAGE)) {
            throw new RefusedException(StaffRefusal.NOT_ALLOWED);
        }
        String called = name.strip();
        if (!StaffRules.isName(called, LONGEST_NAME)) {
            throw new RefusedException(StaffRefusal.BAD_COUNTER, "name");
        }
        return transactions.run(transaction -> {
            Counter made = new Counter(insert(transaction, called, district, kind), called, district, kind);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("COUNTER_OPENED", "COUNTER", made.counterId())
                            .with(Map.of("name", called, "district", district.name(), "kind", kind.name())));
            return made;
        });
    }

    /** All of them, by district and name. */
    public List<Counter> list() throws SQLException {
        return transactions.run(transaction -> {
            try (PreparedStatement list = transaction.prepareStatement(LIST);
                    ResultSet rows = list.executeQuery()) {
                List<Counter> counters = new ArrayList<>();
                while (rows.next()) {
                    counters.add(new Counter(
                            rows.getInt(1),
                            rows.getString(2),
                            District.ofCode(rows.getInt(3)),
                            Counter.Kind.valueOf(rows.getString(4))));
                }
                return counters;
            }
        });
    }

    private static int insert(Connection transaction, String name, District district, Counter.Kind kind)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setString(1, name);
            insert.setInt(2, district.code());
            insert.setString(3, kind.name());
            try (ResultSet made = insert.executeQuery()) {
                if (!made.next()) {
                    throw new RefusedException(StaffRefusal.COUNTER_TAKEN, "name");
                }
                return made.getInt(1);
            }
        }
    }
}
