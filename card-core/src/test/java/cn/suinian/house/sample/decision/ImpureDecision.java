package cn.suinian.house.sample.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.bouncycastle.util.encoders.Hex;

/** Everything a decision must not do, so that a test can see the rules find it. */
final class ImpureDecision {
    private ImpureDecision() {}

    static String decide(Connection connection, Clock clock) throws SQLException {
        return connection.getCatalog() + clock.instant() + Hex.toHexString(new byte[1]);
    }

    @SuppressWarnings("DefaultCharset")
    static byte[] bytes(String text) {
        return text.getBytes();
    }
}
