package cn.suinian.gateway.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import cn.suinian.gateway.terminal.Garbage.Piece;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Ten thousand requests of garbage do no harm: no fault of ours, no memory kept, and taps beside them work. */
@ExtendWith(PostgresExtension.class)
class GarbageTest {
    private static final long SEED = 20261123;
    private static final int HALF = 5_000;
    private static final int TAP_EVERY = 50;
    private static final long MOST_GROWTH_BYTES = 20L << 20;

    /** Garbage that promises more than it sends gets no reply; nobody waits for it. */
    private static final int PATIENCE_MILLIS = 50;

    /** What Vert.x itself says of an HTTP version that does not exist, before anybody else sees the request. */
    private static final int VERSION_NOT_IMPLEMENTED = 501;

    private final Garbage garbage = new Garbage(SEED);
    private int unanswered;

    @Test
    void tapsBesideItAreUnharmed(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database);
                Wire taps = stand.connect()) {
            send(stand, taps);
            long between = usedHeap();
            send(stand, taps);
            assertThat(usedHeap() - between).as("growth of the heap, bytes").isLessThan(MOST_GROWTH_BYTES);
            assertThat(unanswered).as("pieces without a reply").isLessThan(HALF);
            assertThat(stand.ask("SELECT count(*) FROM tap WHERE service = 1 AND reason = 0"))
                    .isEqualTo(Integer.toString(2 * HALF / TAP_EVERY));
            assertThat(stand.meters().get("suinian.problems").counters().stream()
                            .filter(counter -> counter.getId().getTag("code").startsWith("5"))
                            .mapToDouble(counter -> counter.count())
                            .sum())
                    .isZero();
        }
    }

    /** Vert.x says of every broken HTTP/2 connection that it was broken. */
    @BeforeAll
    static void silence() {
        ((Logger) LoggerFactory.getLogger("io.vertx.core.net.impl.ConnectionBase")).setLevel(Level.OFF);
    }

    private void send(TerminalStand stand, Wire taps) throws IOException, SQLException {
        Wire kept = stand.connect();
        for (int i = 0; i < HALF; i++) {
            Piece piece = garbage.next();
            switch (piece.after()) {
                case HANGS_UP -> hangUp(stand, piece);
                case UNCERTAIN -> throwAt(stand, piece);
                case REPLY -> kept = exchange(stand, kept, piece);
            }
            if (i % TAP_EVERY == 0) {
                TapJson tap = TapJson.bus(stand.anotherCard(), stand.nextSeq());
                assertThat(taps.exchange(tap.request()).text()).contains("\"outcome\":\"APPROVED\"");
            }
        }
        kept.close();
    }

    /** On a connection that garbage shares; a new one when this piece had it closed. */
    private static Wire exchange(TerminalStand stand, Wire kept, Piece piece) throws IOException {
        Reply reply = kept.exchange(piece.bytes());
        assertThat(reply.status()).as("%s", reply).isLessThan(500);
        if (reply.code() != 40000) {
            return kept;
        }
        kept.close();
        return stand.connect();
    }

    private static void hangUp(TerminalStand stand, Piece piece) throws IOException {
        try (Wire wire = stand.connect()) {
            wire.send(piece.bytes());
        }
    }

    private void throwAt(TerminalStand stand, Piece piece) throws IOException {
        try (Wire wire = stand.connect()) {
            wire.patience(PATIENCE_MILLIS);
            wire.send(piece.bytes());
            Reply reply = wire.read(true);
            if (reply.status() != VERSION_NOT_IMPLEMENTED) {
                assertThat(reply.status()).as("%s", reply).isLessThan(500);
            }
        } catch (EOFException | SocketException | SocketTimeoutException closedOrWaiting) {
            unanswered++;
        } catch (StringIndexOutOfBoundsException | NumberFormatException notHttp) {
            assertThat(piece.bytes()).as("answered in HTTP/2").startsWith("PRI * HTTP/2.0".getBytes(US_ASCII));
        }
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
