package cn.suinian.core.staff.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.network.IpAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Counts attempts to sign in. An attempt is counted as failed before it is looked at, so that a thousand at the same
 * instant are a thousand; signing in wipes the pair's failures.
 */
final class Throttle {

    private static final String ROW = """
            INSERT INTO sign_in_attempt (kind, account_hash, address, last_failure_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, account_hash, address) DO UPDATE SET address = excluded.address
            RETURNING failures, last_failure_at
            """;
    private static final String FAIL = """
            UPDATE sign_in_attempt SET failures = ?, last_failure_at = ?
            WHERE kind = ? AND account_hash = ? AND address = ?
            """;
    private static final String FORGIVE = """
            UPDATE sign_in_attempt SET failures = 0, last_success_at = ?
            WHERE kind = 'PAIR' AND account_hash = ? AND address = ?
            """;
    private static final String UNCOUNT = """
            UPDATE sign_in_attempt SET failures = greatest(0, failures - 1)
            WHERE kind IN ('ACCOUNT', 'ADDRESS') AND (account_hash, address) IN ((?, ''), (?, ?))
            """;
    private static final String SWEEP = """
            DELETE FROM sign_in_attempt
            WHERE last_failure_at < ? AND (last_success_at IS NULL OR last_success_at < ?)
            """;

    /** How long a pair is remembered to have signed in. */
    private static final Duration KNOWN = Duration.ofDays(90);

    private static final byte[] ANY_ACCOUNT = {};
    private static final String ANY_ADDRESS = "";

    /**
     * Whether an attempt may be looked at.
     *
     * @param delay zero: it may; otherwise how long it has to wait
     * @param holdBack how long its answer is held back
     */
    record Admission(Duration delay, Duration holdBack) {
        boolean refused() {
            return !delay.isZero();
        }
    }

    private record Failures(ThrottlePolicy policy, int failures, Instant last) {
        Duration wait(Instant now) {
            return policy.wait(failures, last, now);
        }

        int more(Instant now) {
            return policy.remembered(failures, last, now) + 1;
        }
    }

    private Throttle() {}

    /** Counts an attempt at a password, in a transaction of its own that is committed before it is looked at. */
    static Admission admit(Connection transaction, String account, String address, Instant now) throws SQLException {
        byte[] who = hash(account);
        String from = IpAddress.networkOf(address);
        // Rows are always locked in this order.
        boolean known = isKnown(transaction, who, from, now);
        if (known) {
            return admitKnown(transaction, who, from, now);
        }
        Failures ofAccount = lock(transaction, ThrottlePolicy.ACCOUNT, "ACCOUNT", who, ANY_ADDRESS, now);
        Failures ofAddress = lock(transaction, ThrottlePolicy.ADDRESS, "ADDRESS", ANY_ACCOUNT, from, now);
        Failures ofPair = lock(transaction, ThrottlePolicy.PAIR, "PAIR", who, from, now);
        Duration wait = longer(ofAddress.wait(now), ofPair.wait(now));
        if (!wait.isZero()) {
            return new Admission(wait, Duration.ZERO);
        }
        fail(transaction, "ACCOUNT", who, ANY_ADDRESS, ofAccount.more(now), now);
        fail(transaction, "ADDRESS", ANY_ACCOUNT, from, ofAddress.more(now), now);
        fail(transaction, "PAIR", who, from, ofPair.more(now), now);
        int others = ofAccount.policy.remembered(ofAccount.failures, ofAccount.last, now);
        return new Admission(Duration.ZERO, ofAccount.policy.delay(others));
    }

    private static Admission admitKnown(Connection transaction, byte[] who, String from, Instant now)
            throws SQLException {
        Failures ofPair = lock(transaction, ThrottlePolicy.PAIR, "PAIR", who, from, now);
        Duration wait = ofPair.wait(now);
        if (wait.isZero()) {
            fail(transaction, "PAIR", who, from, ofPair.more(now), now);
        }
        return new Admission(wait, Duration.ZERO);
    }

    /** How long codes for this account are not looked at from here; zero where it was signed in to before. */
    static Duration codeWait(Connection transaction, String account, String address, Instant now) throws SQLException {
        byte[] who = hash(account);
        return isKnown(transaction, who, IpAddress.networkOf(address), now)
                ? Duration.ZERO
                : lock(transaction, ThrottlePolicy.CODE, "CODE", who, ANY_ADDRESS, now)
                        .wait(now);
    }

    /** Counts a wrong code. */
    static void wrongCode(Connection transaction, String account, Instant now) throws SQLException {
        byte[] who = hash(account);
        Failures ofCode = lock(transaction, ThrottlePolicy.CODE, "CODE", who, ANY_ADDRESS, now);
        fail(transaction, "CODE", who, ANY_ADDRESS, ofCode.more(now), now);
    }

    /** Signed in: this pair is known from now on, and the attempt was none against the account or the address. */
    static void forgive(Connection transaction, String account, String address, Instant now) throws SQLException {
        byte[] who = hash(account);
        String from = IpAddress.networkOf(address);
        boolean known = isKnown(transaction, who, from, now);
        if (!known) {
            try (PreparedStatement uncount = transaction.prepareStatement(UNCOUNT)) {
                uncount.setBytes(1, who);
                uncount.setBytes(2, ANY_ACCOUNT);
                uncount.setString(3, from);
                uncount.executeUpdate();
            }
        }
        try (PreparedStatement forgive = transaction.prepareStatement(FORGIVE)) {
            forgive.setTimestamp(1, Timestamp.from(now));
            forgive.setBytes(2, who);
            forgive.setString(3, from);
            forgive.executeUpdate();
        }
    }

    /** Drops what no longer counts. */
    static int sweep(Connection transaction, Instant now) throws SQLException {
        try (PreparedStatement sweep = transaction.prepareStatement(SWEEP)) {
            sweep.setTimestamp(1, Timestamp.from(now.minus(ThrottlePolicy.PAIR.forgottenAfter())));
            sweep.setTimestamp(2, Timestamp.from(now.minus(KNOWN)));
            return sweep.executeUpdate();
        }
    }

    private static boolean isKnown(Connection transaction, byte[] who, String from, Instant now) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement("""
                SELECT 1 FROM sign_in_attempt
                WHERE kind = 'PAIR' AND account_hash = ? AND address = ? AND last_success_at > ?""")) {
            find.setBytes(1, who);
            find.setString(2, from);
            find.setTimestamp(3, Timestamp.from(now.minus(KNOWN)));
            try (ResultSet row = find.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Failures lock(
            Connection transaction, ThrottlePolicy policy, String kind, byte[] who, String from, Instant now)
            throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(ROW)) {
            find.setString(1, kind);
            find.setBytes(2, who);
            find.setString(3, from);
            find.setTimestamp(4, Timestamp.from(now));
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return new Failures(policy, row.getInt(1), row.getTimestamp(2).toInstant());
            }
        }
    }

    private static void fail(Connection transaction, String kind, byte[] who, String from, int failures, Instant now)
            throws SQLException {
        try (PreparedStatement fail = transaction.prepareStatement(FAIL)) {
            fail.setInt(1, failures);
            fail.setTimestamp(2, Timestamp.from(now));
            fail.setString(3, kind);
            fail.setBytes(4, who);
            fail.setString(5, from);
            fail.executeUpdate();
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static byte[] hash(String account) {
        return Sm3.digest(account.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }
}
