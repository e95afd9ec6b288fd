package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.WatchedVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A new key version comes and an old one goes, while a node runs. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class KeyRotationTest {
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    private Path data;

    private final List<String> screen = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();
    private NodeConfig config;
    private KeyVault keys;
    private TerminalStand stand;

    @BeforeEach
    void start(Database database) throws Exception {
        Path file = data.resolve("keys.bcfks");
        keys = KeystoreVault.create(file, PASSPHRASE.toCharArray(), new SecureRandom());
        config = NodeConfig.from(Settings.of(Map.of(
                "SUINIAN_DATA_DIR", data.toString(),
                "SUINIAN_DB_URL", database.urlWithPassword(),
                "SUINIAN_KEYSTORE_PASSPHRASE", PASSPHRASE)));
        stand = TerminalStand.start(database, WatchedVault.open(file, PASSPHRASE.toCharArray()));
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    @Test
    void bothVersionsWorkUntilTheOldOneIsRetired() throws Exception {
        assertThat(asked(1).status()).isEqualTo(200);
        assertThat(keys("add")).isZero();
        awaitCode(2, 0);
        assertThat(asked(1).status()).isEqualTo(200);

        assertThat(keys("retire", "1")).isZero();
        awaitCode(1, 40106);
        assertThat(asked(1).header("suinian-mac")).isEmpty();
        assertThat(asked(2).status()).isEqualTo(200);
        assertThat(stand.ask("SELECT string_agg(DISTINCT oldest_key_version || ' ' || key_version, ',') FROM terminal"))
                .isEqualTo("2 2");
    }

    @Test
    void aVersionThatTerminalsWereLastSeenWithIsRetiredOnlyByForce() throws Exception {
        keys("add");
        seenWith(SmallCity.GATE, 2);
        seenWith(SmallCity.BUS, 1);
        seenWith(SmallCity.CANTEEN, 1);
        assertThat(keys("retire", "1")).isEqualTo(1);
        assertThat(screen)
                .anySatisfy(line -> assertThat(line)
                        .contains("2 terminals")
                        .contains("440300000002, 440300010007")
                        .doesNotContain("440300000001"));
        assertThat(stand.ask("SELECT max(oldest_key_version) FROM terminal")).isEqualTo("1");
        assertThat(asked(1).status()).isEqualTo(200);

        assertThat(keys("retire", "1", "--force")).isZero();
        awaitCode(1, 40106);
        screen.clear();
        assertThat(keys("retire", "1")).isZero();
        assertThat(screen).containsExactly("Version 1 is no longer accepted; that is new at 0 terminals.");
    }

    @Test
    void theWarningCountsTerminalsOfWhichNobodyKnowsWhatTheyUse() throws Exception {
        keys("add");
        seenWith(SmallCity.BUS, 1);
        seenWith(SmallCity.CANTEEN, 2);
        screen.clear();
        assertThat(keys("retire", "1", "--force")).isZero();
        assertThat(screen).first().isEqualTo("5 terminals were never seen, so nobody knows which keys they have.");
    }

    @Test
    void aTerminalIsHeardWithTheKeyThatWasHandedOutForIt() throws Exception {
        keys("add");
        screen.clear();
        assertThat(keys("hand-out", "2", Terminal.digits(SmallCity.CANTEEN))).isZero();
        JsonNode handed = new ObjectMapper().readTree(String.join("\n", screen));
        KeyVault known = Keys.look(config);
        assertThat(handed.get("keyVersion").asInt()).isEqualTo(2);
        assertThat(handed.get("terminals")).hasSize(1);
        assertThat(handed.at("/terminals/0/terminalId").asText()).isEqualTo(Terminal.digits(SmallCity.CANTEEN));
        assertThat(handed.at("/terminals/0/key").asText())
                .isEqualTo(Hex.encode(known.terminalKey(SmallCity.CANTEEN, 2)));
        assertThat(aside)
                .singleElement()
                .asString()
                .contains("secrets")
                .doesNotContain(handed.at("/terminals/0/key").asText());
        awaitCode(2, 0);

        screen.clear();
        assertThat(keys("hand-out", "2")).isZero();
        assertThat(new ObjectMapper().readTree(screen.get(0)).get("terminals")).hasSize(7);
    }

    @Test
    void keysAreNotShownOnAScreenUnlessAsked() throws Exception {
        assertThat(keys(true, "hand-out", "1")).isEqualTo(2);
        assertThat(screen).isEmpty();
        assertThat(aside).first().asString().contains("this is a screen");

        assertThat(keys(true, "hand-out", "1", "--show")).isZero();
        assertThat(screen).hasSize(1);
    }

    @Test
    void noKeysAreHandedOutForAVersionOrATerminalThatDoesNotExist() throws Exception {
        assertThat(keys("hand-out", "2")).isEqualTo(1);
        assertThat(keys("hand-out", "1", Terminal.digits(SmallCity.CANTEEN), Terminal.digits(SmallCity.STRANGER)))
                .isEqualTo(1);
        assertThat(screen).isEmpty();
        assertThat(aside)
                .containsExactly(
                        "There is no version 2: the keystore has [1]",
                        "There is no terminal " + Terminal.digits(SmallCity.STRANGER) + ". Nothing was handed out.");
    }

    @Test
    void theLastVersionCannotBeRetired() throws Exception {
        assertThat(keys("retire", "1", "--force")).isEqualTo(1);
        assertThat(keys("retire", "7")).isEqualTo(1);
        keys("add");
        assertThat(keys("retire", "2", "--force")).isEqualTo(1);
        assertThat(asked(1).status()).isEqualTo(200);
    }

    @Test
    void listsWhereEachVersionIsInUse() throws Exception {
        keys("add");
        seenWith(SmallCity.BUS, 1);
        seenWith(SmallCity.CANTEEN, 2);
        stand.ask("UPDATE terminal SET oldest_key_version = 2 WHERE terminal_id = " + SmallCity.GATE);
        screen.clear();
        assertThat(keys("list")).isZero();
        assertThat(screen.subList(1, 3).stream().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("1 6 1 1002", "2 7 1 0");
        assertThat(screen.get(3)).isEqualTo("7 terminals, of which 5 were never seen.");
    }

    private int keys(String... arguments) throws IOException, SQLException {
        return keys(false, arguments);
    }

    private int keys(boolean onScreen, String... arguments) throws IOException, SQLException {
        KeysCommand.Voice voice = new KeysCommand.Voice(screen::add, aside::add, onScreen);
        return new KeysCommand(config, KeysOrder.parse(List.of(arguments)), voice).run();
    }

    private Reply asked(int keyVersion) throws IOException {
        if (!keys.hasTerminalKeyVersion(keyVersion)) {
            keys = Keys.look(config);
        }
        return stand.send(Request.get(SmallCity.CANTEEN, "/v1/denylist").key(keys, keyVersion));
    }

    private void awaitCode(int keyVersion, int code) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (Reply reply = asked(keyVersion); reply.code() != code; reply = asked(keyVersion)) {
            assertThat(System.nanoTime()).as(reply::text).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void seenWith(long terminal, int version) throws SQLException {
        stand.ask("INSERT INTO terminal_status (terminal_id, last_seen, key_version) VALUES (" + terminal + ", now(), "
                + version + ")");
    }
}
