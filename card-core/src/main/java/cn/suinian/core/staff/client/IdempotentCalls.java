package cn.suinian.core.staff.client;

import cn.suinian.core.crypto.ConstantTime;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes a call take effect once, however often it is sent with the same key. The first one wins; whoever repeats it
 * gets its answer again. A call that was refused or failed leaves no key behind and may be sent again.
 */
public final class IdempotentCalls {

    /** How long an answer can be asked for again. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final String COLUMN = "api_idempotency.response";
    private static final String KEY_KIND = "api_idempotency.key";
    private static final int LONGEST_KEY = 128;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** How long a second call waits for the first one. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '5s'";

    private static final String USUAL_PATIENCE = "SET LOCAL lock_timeout = 0";
    private static final String FORGET =
            "DELETE FROM api_idempotency WHERE client_id = ? AND key = ? AND expires_at <= ?";
    private static final String CLAIM = """
            INSERT INTO api_idempotency (client_id, key, request_hash, expires_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (client_id, key) DO NOTHING RETURNING call_no
            """;
    private static final String FIND = """
            SELECT call_no, request_hash, status, response FROM api_idempotency WHERE client_id = ? AND key = ?
            """;
    private static final String ANSWER = "UPDATE api_idempotency SET status = ?, response = ? WHERE call_no = ?";
    private static final String SWEEP = "DELETE FROM api_idempotency WHERE expires_at <= ?";

    private final Transactions transactions;
    private final DataVault seal;
    private final Clock clock;

    public IdempotentCalls(Transactions transactions, DataVault seal, Clock clock) {
        this.transactions = transactions;
        this.seal = seal;
        this.clock = clock;
    }

    /** What was answered: an HTTP status and a body. */
    public static final class Answer {
        private final int status;
        private final byte[] body;
        private final boolean replayed;

        private Answer(int status, byte[] body, boolean replayed) {
            this.status = status;
            this.body = body.clone();
            this.replayed = replayed;
        }

        /** An answer given for the first time. */
        public static Answer of(int status, byte[] body) {
            return new Answer(status, body, false);
        }

        /** Its HTTP status. */
        public int status() {
            return status;
        }

        /** Its body. */
        public byte[] body() {
            return body.clone();
        }

        /** Whether it was given before. */
        public boolean replayed() {
            return replayed;
        }
    }

    /** What the call does. Transactions that it runs through the same {@link Transactions} are part of this one. */
    @FunctionalInterface
    public interface Call {
        /** Everything it does is undone when it throws. */
        Answer make() throws SQLException;
    }

    /**
     * Makes the call, or gives the answer of the first one with this key.
     *
     * @param who whose keys these are: the actor's account
     * @param key what the client chose
     * @param request what makes the request what it is: method, target and body
     * @throws RefusedException with KEY_REUSED when the key belongs to another request, with IN_PROGRESS when the
     *     first one is still at work; and whatever the call throws
     */
    public Answer run(String who, String key, byte[] request, Call call) throws SQLException {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RefusedException(ClientRefusal.BAD_KEY, "Idempotency-Key");
        }
        byte[] hash = Sm3.digest(request);
        // Programs choose keys that mean something to them: a document's number, or a phone.
        String stored = Hex.encode(seal.blindIndex(KEY_KIND, key));
        return transactions.runWhole(transaction -> {
            long callNo = claim(transaction, who, stored, hash);
            if (callNo == 0) {
                return replay(transaction, who, stored, hash);
            }
            Answer answer = call.make();
            try (PreparedStatement keep = transaction.prepareStatement(ANSWER)) {
                keep.setInt(1, answer.status);
                keep.setBytes(2, seal.seal(COLUMN, callNo, answer.body));
                keep.setLong(3, callNo);
                keep.executeUpdate();
            }
            return answer;
        });
    }

    /** Drops answers that are old enough. For a timer. */
    public int sweep() throws SQLException {
        return transactions.run(transaction -> {
            try (PreparedStatement sweep = transaction.prepareStatement(SWEEP)) {
                sweep.setTimestamp(1, Timestamp.from(clock.instant()));
                return sweep.executeUpdate();
            }
        });
    }

    /** The number of the call; 0 when there was one before. Waits while another transaction holds the key. */
    private long claim(Connection transaction, String who, String key, byte[] hash) throws SQLException {
        Instant now = clock.instant();
        try (Statement patience = transaction.createStatement();
                PreparedStatement forget = transaction.prepareStatement(FORGET);
                PreparedStatement claim = transaction.prepareStatement(CLAIM)) {
            patience.execute(PATIENCE);
            forget.setString(1, who);
            forget.setString(2, key);
            forget.setTimestamp(3, Timestamp.from(now));
            forget.executeUpdate();
            claim.setString(1, who);
            claim.setString(2, key);
            claim.setBytes(3, hash);
            claim.setTimestamp(4, Timestamp.from(now.plus(KEPT)));
            long callNo;
            try (ResultSet made = claim.executeQuery()) {
                callNo = made.next() ? made.getLong(1) : 0;
            }
            patience.execute(USUAL_PATIENCE);
            return callNo;
        } catch (SQLException failure) {
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                throw new RefusedException(ClientRefusal.IN_PROGRESS);
            }
            throw failure;
        }
    }

    private Answer replay(Connection transaction, String who, String key, byte[] hash) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(FIND)) {
            find.setString(1, who);
            find.setString(2, key);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    // The first one was undone, or swept, in this very moment.
                    throw new RefusedException(ClientRefusal.IN_PROGRESS);
                }
                if (!ConstantTime.equal(row.getBytes("request_hash"), hash)) {
                    throw new RefusedException(ClientRefusal.KEY_REUSED, "Idempotency-Key");
                }
                byte[] body = seal.open(COLUMN, row.getLong("call_no"), row.getBytes("response"));
                return new Answer(row.getInt("status"), body, true);
            }
        }
    }
}
