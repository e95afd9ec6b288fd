package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LiveCity.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.card.CardDirectory;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The two reasons that are said before there is a decision, and that they leave no trace. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RecognitionTest {

    private static final byte[] KEY = new byte[16];
    private static final LaneConfig CONFIG = new LaneConfig(1, 100, 64, 15_000, 12, 15_000, 1_000);

    private final KeyVault vault = KeystoreVault.inMemory(Map.of(1, KEY), Map.of(1, KEY));
    private LiveCity city;
    private Pool pool;
    private Recognition recognition;

    @BeforeEach
    void open(Database database) throws Exception {
        city = new LiveCity(database, 3);
        pool = PgBuilder.pool()
                .connectingTo(database.connectOptions())
                .using(city.vertx)
                .build();
        recognition = new Recognition(
                new CardDirectory(city.vertx, database, 100),
                vault,
                city.node(CONFIG),
                pool,
                CONFIG.deadlineMillis(),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void close() throws Exception {
        get(pool.close());
        city.close();
    }

    private static PresentedTap presented(int serial, long terminalId, long tac) {
        Tap tap = TapBuilder.of(1).build();
        return new PresentedTap(
                new Terminal(terminalId, 1, Service.TRANSIT.bit(), false),
                1,
                Service.TRANSIT,
                new CardNumber(serial),
                1,
                200,
                tap.at(),
                tap.tappedAt(),
                tap.receivedAt(),
                tac,
                new Tap.Context(Direction.BOARD, null, null, null, null));
    }

    private PresentedTap genuine(long terminalId) {
        int serial = PersonBuilder.cardOf(1);
        return presented(
                serial,
                terminalId,
                vault.tac(1, presented(serial, terminalId, 0).tacMessage()));
    }

    private void assertNoTrace() throws SQLException {
        assertThat(city.sql("SELECT count(*) FROM tap")).isEqualTo("0");
        assertThat(city.sql("SELECT max(version) FROM account")).isEqualTo("1");
    }

    @Test
    void aCardThatWasNeverIssuedIsUnknown() throws Exception {
        Answer answer = get(recognition.authorize(presented(99_999_999, 268_001, 1)));

        assertThat(answer).isEqualTo(Answer.declined(DeclineReason.CARD_UNKNOWN, null));
        assertNoTrace();
    }

    @Test
    void aTacMadeForAnotherTerminalIsInvalidAndUsesNothing() throws Exception {
        PresentedTap stolen =
                presented(PersonBuilder.cardOf(1), 268_002, genuine(268_001).tac());

        assertThat(get(recognition.authorize(stolen))).isEqualTo(Answer.declined(DeclineReason.TAC_INVALID, null));
        assertNoTrace();
        assertThat(get(recognition.authorize(genuine(268_001))).approved()).isTrue();
    }

    @Test
    void aCardIssuedAMomentAgoIsFoundAlthoughItWasUnknownBefore() throws Exception {
        int serial = 5;
        PresentedTap tap = presented(
                serial, 268_001, vault.tac(1, presented(serial, 268_001, 0).tacMessage()));
        assertThat(get(recognition.authorize(tap)).reason()).isEqualTo(DeclineReason.CARD_UNKNOWN);
        city.sql("""
                BEGIN;
                UPDATE card SET status = 'REPLACED' WHERE holder_id = 1;
                INSERT INTO card VALUES (5, 1, 1, 'ACTIVE', now(), '2036-01-01');
                UPDATE account SET live_card = 5 WHERE holder_id = 1;
                COMMIT""");

        assertThat(get(recognition.authorize(tap)).approved()).isTrue();
    }

    @Test
    void theseAreTheOnlyTwoReasonsSaidHere() throws IOException {
        Path source = Path.of(System.getProperty("suinian.root", ".."))
                .resolve("card-core/src/main/java/cn/suinian/core/authorization/Recognition.java");
        Set<String> said = new HashSet<>();
        Matcher reasons = Pattern.compile("DeclineReason\\.([A-Z_]+)").matcher(Files.readString(source));
        while (reasons.find()) {
            said.add(reasons.group(1));
        }

        assertThat(said).containsExactlyInAnyOrder("CARD_UNKNOWN", "TAC_INVALID");
    }
}
