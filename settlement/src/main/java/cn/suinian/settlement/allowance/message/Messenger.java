package cn.suinian.settlement.allowance.message;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits, the oldest first, a few in a transaction; any number of nodes may do so at once. Nobody is woken:
 * from eight in the evening until eight in the morning everything waits.
 */
public final class Messenger {

    private static final int BATCH = 50;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.of(20, 0);

    private static final String WAITING = """
            SELECT m.message_no, m.holder_id, m.kind, m.reason, m.month, m.fen, p.phone_sealed
            FROM allowance_message m LEFT JOIN holder_person p USING (holder_id)
            WHERE m.sent_at IS NULL
            ORDER BY m.message_no LIMIT ? FOR UPDATE OF m SKIP LOCKED
            """;
    private static final String SENT =
            "UPDATE allowance_message SET sent_at = clock_timestamp(), fate = ? WHERE message_no = ?";

    /** What a round came to. */
    public record Round(long sent, long withoutPhone) {}

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
     * Sends all that waits, by day; at night nothing.
     *
     * @throws UncheckedIOException when the gateway does not take one; those before it are sent, the rest waits
     */
    public Round sendWaiting() throws SQLException {
        long sent = 0;
        long withoutPhone = 0;
        while (true) {
            LocalTime now = LocalTime.ofInstant(clock.instant(), SHANGHAI);
            if (now.isBefore(FROM) || !now.isBefore(UNTIL)) {
                return new Round(sent, withoutPhone);
            }
            Round round = transactions.run(this::batch);
            sent += round.sent();
            withoutPhone += round.withoutPhone();
            if (round.sent() + round.withoutPhone() < BATCH) {
                return new Round(sent, withoutPhone);
            }
        }
    }

    private record Waiting(long messageNo, @Nullable String phone, String text) {}

    private Round batch(Connection transaction) throws SQLException {
        long sent = 0;
        List<Waiting> batch = waiting(transaction);
        try (PreparedStatement done = transaction.prepareStatement(SENT)) {
            for (Waiting message : batch) {
                String phone = message.phone();
                if (phone != null) {
                    send(message.messageNo(), phone, message.text());
                    sent++;
                }
                done.setString(1, phone == null ? "NO_PHONE" : "SENT");
                done.setLong(2, message.messageNo());
                done.addBatch();
            }
            done.executeBatch();
        }
        return new Round(sent, batch.size() - sent);
    }

    private void send(long messageNo, String phone, String text) {
        try {
            gateway.send(messageNo, phone, text);
        } catch (IOException failure) {
            throw new UncheckedIOException("message " + messageNo + " was not taken", failure);
        }
    }

    private List<Waiting> waiting(Connection transaction) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setInt(1, BATCH);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String phone =
                            seals.openIfAny(SealedColumn.PHONE, row.getLong("holder_id"), row.getBytes("phone_sealed"));
                    waiting.add(new Waiting(row.getLong("message_no"), phone, text(row)));
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
