package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.holder.register.Counter;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A new version of the key of stored personal data, from the command line. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ColumnKeyTest {
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String OLD =
            "SELECT count(*) FROM holder_person WHERE substring(name_sealed FROM 1 FOR 2) =" + " '\\x0001'";

    @TempDir
    private Path data;

    private final List<String> screen = new ArrayList<>();
    private NodeConfig config;

    @BeforeEach
    void registerSomebody(Database database) throws Exception {
        KeystoreVault.create(data.resolve("keys.bcfks"), PASSPHRASE.toCharArray(), new SecureRandom());
        config = NodeConfig.from(Settings.of(Map.of(
                "SUINIAN_DATA_DIR", data.toString(),
                "SUINIAN_DB_URL", database.urlWithPassword(),
                "SUINIAN_KEYSTORE_PASSPHRASE", PASSPHRASE)));
        register(database, 1);
    }

    @Test
    void whatWasSealedBeforeIsSealedAgainOnceAndSomebodyNewIsToo(Database database) throws Exception {
        assertThat(keys("reseal")).isZero();
        assertThat(screen).last().asString().startsWith("0 values were sealed again");
        assertThat(keys("add-column")).isZero();
        assertThat(TestServers.ask(database, OLD)).isEqualTo("1");
        register(database, 2);
        screen.clear();
        assertThat(keys("reseal")).isZero();
        assertThat(screen).first().asString().matches("[1-9] values wait to be sealed with version 2\\.");
        assertThat(TestServers.ask(database, OLD)).isEqualTo("0");
        screen.clear();
        keys("reseal");
        assertThat(screen).first().isEqualTo("0 values wait to be sealed with version 2.");
        keys("list");
        assertThat(screen).last().isEqualTo("Personal data is sealed with version 2.");
    }

    private int keys(String act) throws IOException, SQLException {
        KeysCommand.Voice voice = new KeysCommand.Voice(screen::add, screen::add, false);
        return new KeysCommand(config, KeysOrder.parse(List.of(act)), voice).run();
    }

    private void register(Database database, int n) throws SQLException, IOException {
        try (Transactions transactions = Transactions.over(database, 1)) {
            String number = Numbers.of("440000", LocalDate.of(1944, 4, 4), n);
            new HolderRegister(transactions, Keys.look(config), new AuditLog(Counter.CLOCK), Counter.CLOCK)
                    .register(
                            Counter.CLERK,
                            Counter.with(
                                    new GivenDocument(DocumentKind.RESIDENT_CARD, number), n == 1 ? "试甲甲" : "试乙乙"));
        }
    }
}
