package cn.suinian.gateway.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A node with two versions of every key, a tap that was made and one that is about to be. */
final class Scene implements AutoCloseable {
    /** Everything that a message could change, but for when its terminal was seen. */
    private static final String TRACES = "SELECT concat_ws(' ', (SELECT count(*) FROM tap), "
            + "(SELECT count(*) FROM tap_reversal), (SELECT count(*) FROM attestation), "
            + "(SELECT version FROM denylist_head), "
            + "md5(string_agg(a::text, ',' ORDER BY holder_id))) FROM account a";

    private static final String APPROVED = "SELECT count(*) FROM tap WHERE reason = 0";

    private final TerminalStand stand;
    private final TapJson captured;
    private final Request capturedRequest;
    private final Reply capturedReply;
    private final TapJson genuine;

    Scene(Database database) throws IOException, SQLException {
        stand = TerminalStand.start(database, twoVersions());
        captured = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        capturedRequest = captured.request().sealed();
        capturedReply = stand.send(capturedRequest);
        assertThat(capturedReply.text()).contains("APPROVED");
        genuine = TapJson.bus(stand.anotherCard(), stand.nextSeq());
    }

    /** The published keys as version 1, and others as version 2. */
    static KeystoreVault twoVersions() {
        return KeystoreVault.inMemory(
                Map.of(
                        1, Hex.decode("000102030405060708090a0b0c0d0e0f"),
                        2, Hex.decode("202122232425262728292a2b2c2d2e2f")),
                Map.of(
                        1, Hex.decode("101112131415161718191a1b1c1d1e1f"),
                        2, Hex.decode("303132333435363738393a3b3c3d3e3f")),
                Map.of(1, Hex.decode("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")));
    }

    TerminalStand stand() {
        return stand;
    }

    /** A lunch that was approved. */
    TapJson captured() {
        return captured;
    }

    /** Its request, as somebody on the line copied it. */
    Request capturedRequest() {
        return capturedRequest;
    }

    /** The same request with its proof, to be spoilt. */
    Request capturedRequestCopy() {
        return TapJson.meal(captured.cardNo(), captured.terminalSeq()).request().sealed();
    }

    /** What it was answered. */
    Reply capturedReply() {
        return capturedReply;
    }

    /** A bus ride that nobody has sent yet. */
    TapJson genuine() {
        return genuine;
    }

    Reply send(Request request) throws IOException {
        return stand.send(request);
    }

    String traces() throws SQLException {
        return stand.ask(TRACES);
    }

    String approvedTaps() throws SQLException {
        return stand.ask(APPROVED);
    }

    /** Asks until the node has heard of a change. */
    void awaitCode(Request request, int code) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (send(request).code() != code) {
            assertThat(System.nanoTime()).as("%s never came", code).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        stand.close();
    }
}
