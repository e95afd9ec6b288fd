package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;

/** Filters that somebody keeps for themselves, by name. */
public final class SavedFilters {
    private static final int LONGEST_NAME = 40;
    private static final int MOST = 50;

    private static final String SAVE = """
            INSERT INTO saved_filter (staff_id, name, filter, saved_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (staff_id, name) DO UPDATE SET filter = excluded.filter, saved_at = excluded.saved_at
            """;
    private static final String DELETE = "DELETE FROM saved_filter WHERE staff_id = ? AND name = ?";
    private static final String LIST = "SELECT name, filter FROM saved_filter WHERE staff_id = ?";

    private final Transactions transactions;
    private final Clock clock;

    public SavedFilters(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps a filter; one of that name is replaced. */
    public void save(Actor actor, String name, BreakFilter filter) throws SQLException {
        long staffId = require(actor);
        String clean = name.strip();
        if (clean.isEmpty()
                || clean.length() > LONGEST_NAME
                || clean.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedException(BreakRefusal.FILTER_NAME, "name");
        }
        transactions.run(transaction -> {
            try (PreparedStatement save = transaction.prepareStatement(SAVE)) {
                save.setLong(1, staffId);
                save.setString(2, clean);
                save.setString(3, filter.text());
                save.setTimestamp(4, Timestamp.from(clock.instant()));
                save.executeUpdate();
            }
            if (list(transaction, staffId).size() > MOST) {
                throw new RefusedException(BreakRefusal.TOO_MANY_FILTERS);
            }
            return clean;
        });
    }

    /** Forgets one. */
    public void delete(Actor actor, String name) throws SQLException {
        long staffId = require(actor);
        transactions.run(transaction -> {
            try (PreparedStatement delete = transaction.prepareStatement(DELETE)) {
                delete.setLong(1, staffId);
                delete.setString(2, name);
                return delete.executeUpdate();
            }
        });
    }

    /** Their own, by name. */
    public SortedMap<String, BreakFilter> list(Actor actor) throws SQLException {
        long staffId = require(actor);
        return transactions.run(transaction -> list(transaction, staffId));
    }

    private static SortedMap<String, BreakFilter> list(java.sql.Connection transaction, long staffId)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LIST)) {
            select.setLong(1, staffId);
            SortedMap<String, BreakFilter> found = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), BreakFilter.parse(row.getString(2)));
                }
            }
            return found;
        }
    }

    private static long require(Actor actor) {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(BreakRefusal.NOT_ALLOWED);
        }
        return BreakDesk.person(actor);
    }
}
