package cn.suinian.core.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private static final Database CITY = new Database("db.city", 6543, "suinian", "p@s:s/w?", "cards");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://suinian:p%40s%3As%2Fw%3F@db.city:6543/cards",
                "postgres://suinian:p%40s%3As%2Fw%3F@db.city:6543/cards",
                "postgresql://suinian:p@s:s%2Fw%3F@db.city:6543/cards",
                "jdbc:postgresql://db.city:6543/cards?user=suinian&password=p%40s%3As%2Fw%3F",
                "jdbc:postgresql://suinian:p%40s%3As%2Fw%3F@db.city:6543/cards"
            })
    void readsEveryUsualForm(String url) {
        assertThat(Database.parse(url)).isEqualTo(CITY);
    }

    @Test
    void knowsTheUsualPortAndIpv6AndNoPassword() {
        assertThat(Database.parse("postgresql://clerk@[::1]/cards"))
                .isEqualTo(new Database("::1", 5432, "clerk", "", "cards"));
        assertThat(Database.parse("postgresql://a%20b:c+d@host/cards").password())
                .isEqualTo("c+d");
    }

    @Test
    void comesBackFromItsOwnUrl() {
        assertThat(Database.parse(CITY.urlWithPassword())).isEqualTo(CITY);
        Database local = new Database("::1", 5432, "clerk", "100% + more", "城市");
        assertThat(Database.parse(local.urlWithPassword())).isEqualTo(local);
    }

    @Test
    void hidesThePasswordInItsTextForm() {
        assertThat(CITY).hasToString("postgresql://suinian@db.city:6543/cards");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://suinian:hunter2@host/cards",
                "postgresql://suinian:hunter2@host",
                "postgresql://suinian:hunter2@host:port/cards",
                "postgresql://suinian:hunter2@host:70000/cards",
                "postgresql://suinian:hunter2%zz@host/cards",
                "postgresql://suinian:hunter2@host/cards?sslmode=hunter2",
                "postgresql://host/cards?password=hunter2"
            })
    void saysWhatIsWrongWithoutThePassword(String url) {
        assertThatThrownBy(() -> DatabaseConfig.from(Settings.of(Map.of("SUINIAN_DB_URL", url))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("SUINIAN_DB_URL ")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void givesBothDriversTheSameAddress() {
        assertThat(CITY.connectOptions().getHost()).isEqualTo("db.city");
        assertThat(CITY.connectOptions().getPort()).isEqualTo(6543);
        assertThat(CITY.connectOptions().getPassword()).isEqualTo("p@s:s/w?");
        assertThat(CITY.connectOptions().getProperties()).containsEntry("application_name", "suinian");
        assertThat(CITY.named("other").database()).isEqualTo("other");
    }

    @Test
    void configHasItsDefaults() {
        DatabaseConfig config = DatabaseConfig.from(Settings.of(Map.of()));
        assertThat(config.external()).isEmpty();
        assertThat(config.dataDir()).isEqualTo(Path.of("data"));
        assertThat(config.port()).isEqualTo(5480);
        assertThat(config.poolSize()).isEqualTo(16);
        assertThat(config.embedded().survivesPowerLoss()).isTrue();
    }

    @Test
    void configReadsEverySetting() {
        DatabaseConfig config = DatabaseConfig.from(Settings.of(Map.of(
                "SUINIAN_DB_URL", CITY.urlWithPassword(),
                "SUINIAN_DATA_DIR", "/srv/suinian",
                "SUINIAN_DB_PORT", "0",
                "SUINIAN_DB_POOL_SIZE", "4")));
        assertThat(config.external()).contains(CITY);
        assertThat(config.dataDir()).isEqualTo(Path.of("/srv/suinian"));
        assertThat(config.port()).isZero();
        assertThat(config.poolSize()).isEqualTo(4);
    }
}
