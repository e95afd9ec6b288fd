package cn.suinian.settlement.allowance.message;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.SealBrokenException;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, the oldest first, a few in a transaction; any number of nodes may do so at once. Nobody is woken:
 * from eight in the evening until eight in the morning everything waits.
 */
public final class Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final int BATCH = 50;

    /** A telephone number that does not open is given up after so many tries: two hours of rounds. */
    static final int MOST_TRIES = 12;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.of(20, 0);

    private static final String WAITING = """
            SELECT m.message_no, m.holder_id, m.kind, m.reason, m.month, m.fen, m.tries, p.phone_sealed
            FROM allowance_message m LEFT JOIN holder_person p USING (holder_id)
            WHERE m.sent_at IS NULL
            ORDER BY m.tries, m.message_no LIMIT ? FOR UPDATE OF m SKIP LOCKED
            """;
    private static final String SENT =
            "UPDATE allowance_message SET sent_at = clock_timestamp(), fate = ? WHERE message_no = ?";

    private static final String NOT_TAKEN = "UPDATE allowance_message SET tries = tries + 1 WHERE message_no = ?";
    private static final String GIVEN_UP = "UPDATE allowance_message SET tries = tries + 1, fate = 'FAILED',"
            + " sent_at = clock_timestamp() WHERE message_no = ?";

    /** What a round came to. */
    public record Round(long sent, long withoutPhone) {}

    /** What one transaction came to. */
    private record Batch(
            long sent,
            long withoutPhone,
            int looked,
            @Nullable Exception failure) {}

    private final Transactions transactions;
    private final Seals seals;
    private final SmsGateway gateway;
    private final Clock clock;

    public Messenger(Transactions transactions, DataVault vault, SmsGateway gateway, Clock clock) {
        this.transactions = transactions;
        this.seals = new Seals(vault);
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Sends all that waits, by day; at night nothing. One that cannot be sent waits behind the others from then on.
     *
     * @throws IllegalStateException when the gateway did not take one or its phone does not open; the others are sent,
     *     and a phone that never opens is given up after {@link #MOST_TRIES} tries
     */
    public Round sendWaiting() throws SQLException {
        long sent = 0;
        long withoutPhone = 0;
        while (true) {
            LocalTime now = LocalTime.ofInstant(clock.instant(), SHANGHAI);
            if (now.isBefore(FROM) || !now.isBefore(UNTIL)) {
                return new Round(sent, withoutPhone);
            }
            Batch batch = transactions.run(this::batch);
            sent += batch.sent();
            withoutPhone += batch.withoutPhone();
            if (batch.looked() < BATCH || batch.sent() + batch.withoutPhone() == 0) {
                if (batch.failure() != null) {
                    throw new IllegalStateException("Messages were not taken; they wait", batch.failure());
                }
                return new Round(sent, withoutPhone);
            }
        }
    }

    /**
     * One that waits.
     *
     * @param phone opens it; null: there is none
     * @param tries how often it was not taken
     */
    private record Waiting(long messageNo, Supplier<@Nullable String> phone, String text, int tries) {}

    private Batch batch(Connection transaction) throws SQLException {
        long sent = 0;
        long withoutPhone = 0;
        Exception failure = null;
        List<Waiting> batch = waiting(transaction);
        try (PreparedStatement done = transaction.prepareStatement(SENT);
                PreparedStatement notTaken = transaction.prepareStatement(NOT_TAKEN);
                PreparedStatement givenUp = transaction.prepareStatement(GIVEN_UP)) {
            for (Waiting message : batch) {
                try {
                    boolean hasPhone = send(message);
                    sent += hasPhone ? 1 : 0;
                    withoutPhone += hasPhone ? 0 : 1;
                    done.setString(1, hasPhone ? "SENT" : "NO_PHONE");
                    done.setLong(2, message.messageNo());
                    done.addBatch();
                } catch (IOException | SealBrokenException cannot) {
                    boolean last = cannot instanceof SealBrokenException && message.tries() + 1 >= MOST_TRIES;
                    LOG.warn(
                            "message {} was not taken{}: {}",
                            message.messageNo(),
                            last ? " and is given up" : "",
                            cannot.getClass().getSimpleName());
                    failure = cannot;
                    PreparedStatement fate = last ? givenUp : notTaken;
                    fate.setLong(1, message.messageNo());
                    fate.addBatch();
                }
            }
            done.executeBatch();
            notTaken.executeBatch();
            givenUp.executeBatch();
        }
        return new Batch(sent, withoutPhone, batch.size(), failure);
    }

    private boolean send(Waiting message) throws IOException {
        String phone = message.phone().get();
        if (phone != null) {
            gateway.send(message.messageNo(), phone, message.text());
        }
        return phone != null;
    }

    private List<Waiting> waiting(Connection transaction) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setInt(1, BATCH);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long holderId = row.getLong("holder_id");
                    byte[] sealed = row.getBytes("phone_sealed");
                    waiting.add(new Waiting(
                            row.getLong("message_no"),
                            () -> seals.openIfAny(SealedColumn.PHONE, holderId, sealed),
                            text(row),
                            row.getInt("tries")));
                }
            }
            return waiting;
        }
    }

    private static String text(ResultSet row) throws SQLException {
        YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
        return switch (row.getString("kind")) {
            case "INVITATION" -> SmsText.invitation(month, row.getLong("fen"));
            case "STOPPED" -> SmsText.stopped(month, row.getString("reason"));
            case "CHANGED" -> SmsText.changed(month, row.getLong("fen"));
            default -> throw new IllegalStateException("no text for a message of this kind");
        };
    }
}
