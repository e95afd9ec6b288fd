package cn.suinian.core.holder.timeline;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.HolderScope;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what became of a holder's cards and taps. Blocking; whoever is not visible is refused as not there. */
public final class HolderTimeline {

    /** Most taps of one look; who taps more often in so few days is looked at day by day. */
    public static final int MOST_TAPS = 200;

    private static final int PATIENCE_SECONDS = 3;
    private static final String BROKEN_OFF = "57014";

    private static final String TAPS = """
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.tac, t.tapped_at, t.service, t.amount, t.subsidy,
                   t.reason, v.name, coalesce(t.station, t.line) AS place, r.holder_id IS NOT NULL AS reversed
            FROM tap t
            LEFT JOIN vendor v USING (vendor_id)
            LEFT JOIN tap_reversal r USING (tap_date, terminal_id, terminal_seq, holder_id)
            WHERE t.holder_id = ? AND t.tap_date BETWEEN ? AND ?
            ORDER BY t.tapped_at DESC, t.terminal_id, t.terminal_seq
            LIMIT ?
            """;
    private static final String CARDS = """
            SELECT s.card_serial, s.status, s.since, s.recorded_at
            FROM card c JOIN card_status s USING (card_serial)
            WHERE c.holder_id = ? ORDER BY s.change_no DESC
            """;

    private final Transactions transactions;
    private final HolderScope scope;
    private final AuditLog audit;

    public HolderTimeline(Transactions transactions, HolderScope scope, AuditLog audit) {
        this.transactions = transactions;
        this.scope = scope;
        this.audit = audit;
    }

    /**
     * Taps made on these days, the newest first, {@value #MOST_TAPS} at most; empty when reading them took too long.
     */
    public Optional<List<TapSeen>> findTaps(Actor actor, long holderId, LocalDate from, LocalDate to)
            throws SQLException {
        try {
            return Optional.of(transactions.run(tx -> {
                require(tx, actor, Permission.TAP_VIEW, holderId);
                List<TapSeen> taps = taps(tx, holderId, from, to);
                audit.append(
                        tx,
                        actor,
                        AuditEntry.of("HOLDER_TAPS_VIEWED", "HOLDER", holderId)
                                .with(Map.of("from", from.toString(), "to", to.toString())));
                return taps;
            }));
        } catch (SQLException failure) {
            if (BROKEN_OFF.equals(failure.getSQLState())) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Everything that became of the holder's cards, the newest first. */
    public List<CardChange> listCardChanges(Actor actor, long holderId) throws SQLException {
        return transactions.run(tx -> {
            require(tx, actor, Permission.HOLDER_VIEW, holderId);
            try (PreparedStatement select = tx.prepareStatement(CARDS)) {
                select.setLong(1, holderId);
                List<CardChange> changes = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        changes.add(new CardChange(
                                new CardNumber(row.getInt("card_serial")),
                                CardStatus.valueOf(row.getString("status")),
                                row.getTimestamp("since").toInstant(),
                                row.getTimestamp("recorded_at").toInstant()));
                    }
                }
                return changes;
            }
        });
    }

    private void require(Connection transaction, Actor actor, Permission permission, long holderId)
            throws SQLException {
        if (!actor.may(permission)) {
            throw new RefusedException(HolderRefusal.NOT_ALLOWED);
        }
        if (!scope.sees(transaction, actor, holderId)) {
            throw new RefusedException(HolderRefusal.NO_SUCH_HOLDER);
        }
    }

    private static List<TapSeen> taps(Connection transaction, long holderId, LocalDate from, LocalDate to)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(TAPS)) {
            select.setQueryTimeout(PATIENCE_SECONDS);
            select.setLong(1, holderId);
            select.setObject(2, from);
            select.setObject(3, to);
            select.setInt(4, MOST_TAPS);
            List<TapSeen> taps = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taps.add(tap(row));
                }
            }
            return taps;
        }
    }

    private static TapSeen tap(ResultSet row) throws SQLException {
        @Nullable String vendor = row.getString("name");
        return new TapSeen(
                TapId.of(
                        row.getObject("tap_date", LocalDate.class),
                        row.getLong("terminal_id"),
                        row.getLong("terminal_seq"),
                        row.getLong("tac")),
                row.getTimestamp("tapped_at").toInstant(),
                row.getInt("service"),
                row.getInt("amount"),
                row.getInt("subsidy"),
                row.getInt("reason"),
                vendor == null ? "" : vendor,
                row.getString("place"),
                row.getBoolean("reversed"));
    }
}
