package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertProblem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can hold what is everybody's by doing nothing, or next to nothing. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class VisitorsTest {
    private static final Map<String, String> HURRIED = Map.of("SUINIAN_REQUEST_SECONDS", "1");
    private static final Map<String, String> SMALL = Map.of("SUINIAN_TERMINAL_CONNECTIONS", "3");

    @Test
    void aRequestThatDripsInIsRefusedAndItsConnectionClosed(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, HURRIED);
                Wire wire = stand.connect()) {
            byte[] request =
                    TapJson.bus(stand.anotherCard(), stand.nextSeq()).request().bytes();
            wire.send(Arrays.copyOf(request, request.length - 60));
            wire.patience(100);
            drip(wire);
            wire.patience(30_000);
            assertProblem(wire.read(true), 408, 40801, "-");
            assertThat(wire.closedByPeer()).isTrue();
            assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "POST /v1/ta", "POST /v1/taps HTTP/1.1\r\nHost: a\r\nX-Pad"})
    void aConnectionOnWhichNoRequestBeginsIsClosed(String bytes, Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, HURRIED);
                Wire wire = stand.connect()) {
            wire.send(bytes.getBytes(ISO_8859_1));
            assertThat(wire.closedByPeer()).isTrue();
        }
    }

    @Test
    void whoWaitsForTheDatabaseOrPausesBetweenTapsIsNotSentAway(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, HURRIED);
                Wire pausing = stand.connect();
                Wire waiting = stand.connect();
                Wire silent = stand.connect();
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            assertThat(pausing.exchange(TapJson.bus(stand.anotherCard(), stand.nextSeq())
                                    .request())
                            .status())
                    .isEqualTo(200);
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE tap IN SHARE MODE");
            waiting.send(
                    TapJson.bus(stand.anotherCard(), stand.nextSeq()).request().bytes());
            assertThat(silent.closedByPeer()).isTrue();
            other.rollback();
            assertThat(waiting.read(true).status()).isEqualTo(200);
            assertThat(pausing.exchange(TapJson.bus(stand.anotherCard(), stand.nextSeq())
                                    .request())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void oneConnectionTooManyIsClosedUntilAnotherGoes(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, SMALL)) {
            Wire[] welcome = {stand.connect(), stand.connect(), stand.connect()};
            for (Wire wire : welcome) {
                assertThat(answered(stand, wire)).isTrue();
            }
            try (Wire fourth = stand.connect()) {
                assertThat(fourth.closedByPeer()).isTrue();
            }
            welcome[0].close();
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            boolean room = false;
            while (!room) {
                assertThat(System.nanoTime()).as("no room again").isLessThan(patience);
                try (Wire another = stand.connect()) {
                    room = answered(stand, another);
                }
            }
            assertThat(answered(stand, welcome[1])).isTrue();
            welcome[1].close();
            welcome[2].close();
        }
    }

    private static boolean answered(TerminalStand stand, Wire wire) throws IOException {
        try {
            return wire.exchange(TapJson.bus(stand.anotherCard(), stand.nextSeq())
                                    .request())
                            .status()
                    == 200;
        } catch (EOFException | SocketException closed) {
            return false;
        }
    }

    /** A byte each time nothing came for a moment, until something comes. */
    private static void drip(Wire wire) throws IOException {
        for (int i = 0; i < 50 && !wire.somethingCame(); i++) {
            wire.send(new byte[] {' '});
        }
    }
}
