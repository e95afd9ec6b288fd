package cn.suinian.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private enum Level {
        INFO,
        DEBUG
    }

    @Test
    void givesTheDefaultWhenTheEnvironmentIsSilentOrBlank() {
        Settings settings = Settings.of(Map.of("SUINIAN_BIND_HOST", "  "));
        assertThat(settings.text("SUINIAN_BIND_HOST", "127.0.0.1", "Address")).isEqualTo("127.0.0.1");
        assertThat(settings.wholeNumber("SUINIAN_DB_PORT", 5480, 0, 65535, "Port"))
                .isEqualTo(5480);
        assertThat(settings.optional("SUINIAN_CITY_PLAN", "Plan")).isEmpty();
        assertThat(settings.secret("SUINIAN_DB_URL", "Server")).isEmpty();
        assertThat(settings.oneOf("SUINIAN_LOG_LEVEL", Level.INFO, "Level")).isEqualTo(Level.INFO);
    }

    @Test
    void givesWhatTheEnvironmentSays() {
        Settings settings = Settings.of(Map.of(
                "SUINIAN_BIND_HOST", "0.0.0.0", "SUINIAN_DB_PORT", " 0 ", "SUINIAN_LOG_LEVEL", "debug", "HOME", "/"));
        assertThat(settings.text("SUINIAN_BIND_HOST", "127.0.0.1", "Address")).isEqualTo("0.0.0.0");
        assertThat(settings.wholeNumber("SUINIAN_DB_PORT", 5480, 0, 65535, "Port"))
                .isZero();
        assertThat(settings.oneOf("SUINIAN_LOG_LEVEL", Level.INFO, "Level")).isEqualTo(Level.DEBUG);
        assertThatCode(settings::refuseUnknown).doesNotThrowAnyException();
    }

    @Test
    void namesTheSettingTheValueAndTheRangeOfAWrongNumber() {
        for (String value : new String[] {"70000", "-1", "http", "8480.5"}) {
            Settings settings = Settings.of(Map.of("SUINIAN_DB_PORT", value));
            assertThatThrownBy(() -> settings.wholeNumber("SUINIAN_DB_PORT", 5480, 0, 65535, "Port"))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("SUINIAN_DB_PORT is \"" + value + "\" but must be a whole number from 0 to 65535");
        }
    }

    @Test
    void namesTheAllowedWordsOfAWrongChoice() {
        Settings settings = Settings.of(Map.of("SUINIAN_LOG_LEVEL", "LOUD"));
        assertThatThrownBy(() -> settings.oneOf("SUINIAN_LOG_LEVEL", Level.INFO, "Level"))
                .hasMessage("SUINIAN_LOG_LEVEL is \"LOUD\" but must be one of INFO, DEBUG");
    }

    @Test
    void listsEveryUnknownNameWithTheNearestKnownOne() {
        Settings settings = Settings.of(Map.of("SUINIAN_TERMINL_PORT", "1", "SUINIAN_BD_URL", "x", "OTHER", "y"));
        settings.text("SUINIAN_TERMINAL_PORT", "8480", "Port");
        settings.secret("SUINIAN_DB_URL", "Server");
        assertThatThrownBy(settings::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                        Unknown setting SUINIAN_BD_URL: did you mean SUINIAN_DB_URL?
                        Unknown setting SUINIAN_TERMINL_PORT: did you mean SUINIAN_TERMINAL_PORT?""");
    }

    @Test
    void neverPrintsASecret() {
        Settings settings = Settings.of(Map.of("SUINIAN_KEYSTORE_PASSPHRASE", "hunter2"));
        Secret secret =
                settings.secret("SUINIAN_KEYSTORE_PASSPHRASE", "Passphrase").orElseThrow();
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret).hasToString("(secret)");
        assertThat(settings.table()).doesNotContain("hunter2");
    }

    @Test
    void rendersTheTableOfTheDocumentation() {
        Settings settings = Settings.of(Map.of());
        settings.wholeNumber("SUINIAN_DB_PORT", 5480, 0, 65535, "Port of the embedded server");
        settings.text("SUINIAN_BIND_HOST", "127.0.0.1", "Address to listen on");
        assertThat(settings.table()).isEqualTo("""
                        | Name | Default | Meaning |
                        |---|---|---|
                        | `SUINIAN_BIND_HOST` | `127.0.0.1` | Address to listen on |
                        | `SUINIAN_DB_PORT` | `5480` | Port of the embedded server (0 to 65535) |
                        """);
    }

    @Test
    void letsTwoFeaturesShareANameOnlyWhenTheyAgree() {
        Settings settings = Settings.of(Map.of());
        settings.text("SUINIAN_DATA_DIR", "./data", "Directory");
        settings.text("SUINIAN_DATA_DIR", "./data", "Directory");
        assertThatThrownBy(() -> settings.text("SUINIAN_DATA_DIR", "/var/lib", "Directory"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SUINIAN_DATA_DIR");
    }
}
