package cn.suinian.gateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The log and the metrics tell operators what happened and nobody who tapped. */
@ExtendWith(PostgresExtension.class)
class LogsTest {
    private static final String SERIAL = SmallCity.VECTOR_CARD.substring(10, 18);

    @TempDir
    private Path directory;

    private Path log;

    @BeforeEach
    void logToAFile() {
        log = directory.resolve("suinian.log");
        Logging.configure(Level.DEBUG, log);
    }

    @AfterEach
    void logNowhere() {
        Logging.configure(Level.WARN, null);
    }

    @Test
    void atDebugATapIsOneLineWithoutItsCard(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database)) {
            everySortOfRequest(stand);
            stand.ask("ALTER TABLE tap ADD CONSTRAINT unlucky CHECK (amount <> 777)");
            TapJson refused = ride(8).amount(777);
            assertThat(stand.send(refused.request()).code()).isEqualTo(50001);
            assertThat(stand.send(refused.lookUp()).code()).isEqualTo(40402);

            String text = Files.readString(log);
            assertThat(text).contains("the database refused a tap").doesNotContain(SERIAL, SmallCity.VECTOR_CARD);
            assertThat(text).doesNotContain(ride(1).tac(), "Failing row");
            List<JsonNode> taps = taps(text);
            assertThat(taps).hasSize(4);
            assertThat(taps.get(0).toString()).contains("440300000002", "TRANSIT", "APPROVED", "200");
            assertThat(taps.get(2).toString()).contains("TAC_INVALID");

            assertThat(stand.meters().scrape())
                    .contains(
                            "suinian_taps_approved_total{service=\"TRANSIT\"} 2.0",
                            "suinian_taps_declined_total{reason=\"TAC_INVALID\"} 1.0",
                            "suinian_problems_total{code=\"50001\"} 1.0",
                            "suinian_lane_waiting{lane=\"0\"} 0.0",
                            "suinian_taps_answered_seconds_bucket")
                    .doesNotContain(SERIAL, "4403000", "77777777");
        }
    }

    @Test
    void aPoolThatLosesItsConnectionInABatchDoesNotTellTheValues(Database database) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO vendor (code, name, kind) SELECT 'X', ?, 'BUS'"
                                + " WHERE pg_terminate_backend(pg_backend_pid())")) {
            insert.setString(1, "13800138000");
            insert.addBatch();
            assertThatThrownBy(insert::executeBatch).hasMessageContaining("13800138000");
        }
        assertThat(Files.readString(log)).doesNotContain("13800138000");
    }

    private static void everySortOfRequest(TerminalStand stand) throws Exception {
        stand.send(ride(1).request());
        stand.send(ride(1).request());
        stand.send(ride(2).with("tac", "\"0000000000000000\"").request());
        stand.send(TapJson.bus(SmallCity.UNKNOWN_HERE, 3).request());
        stand.send(ride(1).lookUp());
        stand.send(ride(1).counter(9).request());
        stand.send(ride(4).with(SmallCity.VECTOR_CARD, "1").request());
        stand.send(ride(4).with("cardNo", SmallCity.VECTOR_CARD).request());
        stand.send(ride(4).lookUp().target(ride(4).lookUp().target() + "%zz"));
        stand.send(ride(4).lookUp().target("/v1/cards/" + SmallCity.VECTOR_CARD));
        stand.send(Request.post(SmallCity.BUS, ride(4).text().replace("}", "")));
        stand.send(ride(4).request().authorization("Bearer " + SmallCity.VECTOR_CARD));
    }

    private static TapJson ride(long number) {
        return TapJson.bus(SmallCity.VECTOR_CARD, number).counter(number);
    }

    private static List<JsonNode> taps(String text) {
        ObjectMapper json = new ObjectMapper();
        return text.lines()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
                        throw new AssertionError(line, broken);
                    }
                })
                .filter(event -> event.path("formattedMessage").asText().equals("tap"))
                .toList();
    }
}
