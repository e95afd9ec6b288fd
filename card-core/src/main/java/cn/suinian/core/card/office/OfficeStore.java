package cn.suinian.core.card.office;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.person.ConsentVersions;
import cn.suinian.core.postgres.Constraint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Cards in holders' hands, in SQL. */
final class OfficeStore {

    private static final String CARD = "SELECT card_serial, holder_id, status, status_since, expires_on FROM card ";
    private static final String LIVE = "status IN ('ISSUED', 'ACTIVE', 'LOST')";

    private static final String LOCK_PERSON =
            "SELECT born_on, deceased_on FROM holder WHERE holder_id = ? FOR NO KEY UPDATE";
    private static final String WITHDREW =
            "SELECT EXISTS (SELECT FROM holder_person WHERE holder_id = ? AND consent_version = '"
                    + ConsentVersions.WITHDRAWN + "')";
    private static final String IS_HOLDER = "SELECT EXISTS (SELECT FROM holder WHERE holder_id = ?)";
    private static final String IS_DECEASED = "SELECT deceased_on IS NOT NULL FROM holder WHERE holder_id = ?";
    private static final String HOLDER_OF = "SELECT holder_id FROM card WHERE card_serial = ?";
    private static final String LOCK_CARD = CARD + "WHERE card_serial = ? FOR NO KEY UPDATE";
    private static final String LIVE_CARD = CARD + "WHERE holder_id = ? AND " + LIVE + " FOR NO KEY UPDATE";
    private static final String CARDS_OF = CARD + "WHERE holder_id = ? ORDER BY status_since DESC, card_serial DESC";
    private static final String DUE = CARD + "WHERE " + LIVE + """
             AND expires_on BETWEEN ? AND ? AND (expires_on, card_serial) > (?, ?)
            ORDER BY expires_on, card_serial LIMIT ?""";
    private static final String BEFORE_LOST = """
            SELECT status FROM card_status WHERE card_serial = ? AND status <> 'LOST'
            ORDER BY change_no DESC LIMIT 1""";
    private static final String HANDED_OVER = "SELECT min(since) FROM card_status WHERE card_serial = ?";
    private static final String SUCCESSOR = "SELECT new_serial FROM card_replacement WHERE old_serial = ?";
    private static final String SET_STATUS = "UPDATE card SET status = ?, status_since = ? WHERE card_serial = ?";
    private static final String INSERT = """
            INSERT INTO card (card_serial, holder_id, key_version, status, status_since, expires_on)
            VALUES (?, ?, ?, ?, ?, ?)""";

    /** The counters of a new card begin at 1; everything else in the account is the person's and stays. */
    private static final String FOLLOW = """
            INSERT INTO account (holder_id, live_card) VALUES (?, ?)
            ON CONFLICT (holder_id) DO UPDATE
            SET live_card = excluded.live_card, counter_high = 0, counter_window = 1, version = account.version + 1
            WHERE account.live_card <> excluded.live_card""";

    private static final String REPLACED =
            "INSERT INTO card_replacement (old_serial, new_serial, cause, replaced_at) VALUES (?, ?, ?, ?)";
    private static final String SET_EXPIRY = "UPDATE card SET expires_on = ? WHERE card_serial = ?";
    private static final String RENEWED =
            "INSERT INTO card_renewal (card_serial, expired_on, expires_on, renewed_at) VALUES (?, ?, ?, ?)";
    private static final String WAS_RENEWED =
            "SELECT EXISTS (SELECT FROM card_renewal WHERE card_serial = ? AND expired_on = ?)";
    private static final String ONE_LIVE_CARD = "one_live_card_per_person";

    /** What a counter must know of a person. */
    record Person(LocalDate bornOn, @Nullable LocalDate deceasedOn) {}

    private OfficeStore() {}

    static Optional<Person> lockPerson(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement query = prepare(transaction, LOCK_PERSON, holderId);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Person(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                    : Optional.empty();
        }
    }

    /** Whether the holder took their consent back and gave no new one. */
    static boolean withdrewConsent(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement query = prepare(transaction, WITHDREW, holderId);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static boolean isHolder(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement query = prepare(transaction, IS_HOLDER, holderId);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static boolean isDeceased(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement query = prepare(transaction, IS_DECEASED, holderId);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    static OptionalLong holderOf(Connection transaction, int serial) throws SQLException {
        try (PreparedStatement query = prepare(transaction, HOLDER_OF, serial);
                ResultSet row = query.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    static CardState lockCard(Connection transaction, int serial) throws SQLException {
        return cards(transaction, LOCK_CARD, serial).get(0);
    }

    /** Without a lock: to be shown, not to be acted upon. */
    static Optional<CardState> card(Connection transaction, int serial) throws SQLException {
        return cards(transaction, CARD + "WHERE card_serial = ?", serial).stream()
                .findFirst();
    }

    static Optional<CardState> liveCard(Connection transaction, long holderId) throws SQLException {
        return cards(transaction, LIVE_CARD, holderId).stream().findFirst();
    }

    static List<CardState> cardsOf(Connection transaction, long holderId) throws SQLException {
        return cards(transaction, CARDS_OF, holderId);
    }

    static List<CardState> due(
            Connection transaction, LocalDate from, LocalDate to, LocalDate afterDay, int afterSerial, int limit)
            throws SQLException {
        return cards(transaction, DUE, from, to, afterDay, afterSerial, limit);
    }

    /** What a lost card was before. */
    static CardStatus beforeLost(Connection transaction, int serial) throws SQLException {
        try (PreparedStatement query = prepare(transaction, BEFORE_LOST, serial);
                ResultSet row = query.executeQuery()) {
            return row.next() ? CardStatus.valueOf(row.getString(1)) : CardStatus.ACTIVE;
        }
    }

    /** When the card's history begins. */
    static Instant handedOver(Connection transaction, int serial) throws SQLException {
        try (PreparedStatement query = prepare(transaction, HANDED_OVER, serial);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    static OptionalInt successorOf(Connection transaction, int serial) throws SQLException {
        try (PreparedStatement query = prepare(transaction, SUCCESSOR, serial);
                ResultSet row = query.executeQuery()) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        }
    }

    static void setStatus(Connection transaction, int serial, CardStatus status, Instant since) throws SQLException {
        run(transaction, SET_STATUS, status.name(), Timestamp.from(since), serial);
    }

    static void insert(Connection transaction, CardState card, int keyVersion) throws SQLException {
        run(
                transaction,
                INSERT,
                card.serial(),
                card.holderId(),
                keyVersion,
                card.status().name(),
                Timestamp.from(card.since()),
                card.expiresOn());
        followCard(transaction, card);
    }

    /** The person's account goes with this card from now on, or begins with it. */
    static void followCard(Connection transaction, CardState card) throws SQLException {
        run(transaction, FOLLOW, card.holderId(), card.serial());
    }

    static void replaced(Connection transaction, int old, CardState by, ReplaceCause why) throws SQLException {
        run(transaction, REPLACED, old, by.serial(), why.name(), Timestamp.from(by.since()));
    }

    static void renewed(Connection transaction, CardState card, LocalDate end, Instant now) throws SQLException {
        run(transaction, SET_EXPIRY, end, card.serial());
        run(transaction, RENEWED, card.serial(), card.expiresOn(), end, Timestamp.from(now));
    }

    static boolean wasRenewed(Connection transaction, int serial, LocalDate expiredOn) throws SQLException {
        try (PreparedStatement query = prepare(transaction, WAS_RENEWED, serial, expiredOn);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Whether it failed because the person has a live card already. */
    static boolean hasLiveCard(SQLException failure) {
        return Constraint.broke(failure, ONE_LIVE_CARD);
    }

    private static List<CardState> cards(Connection transaction, String sql, Object... values) throws SQLException {
        List<CardState> cards = new ArrayList<>();
        try (PreparedStatement query = prepare(transaction, sql, values);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                cards.add(new CardState(
                        rows.getInt("card_serial"),
                        rows.getLong("holder_id"),
                        CardStatus.valueOf(rows.getString("status")),
                        rows.getTimestamp("status_since").toInstant(),
                        rows.getObject("expires_on", LocalDate.class)));
            }
        }
        return cards;
    }

    private static void run(Connection transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepare(transaction, sql, values)) {
            update.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection transaction, String sql, Object... values) throws SQLException {
        PreparedStatement statement = transaction.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
