package cn.suinian.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import cn.suinian.core.staff.signin.SignInConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderConfigTest {

    private static final Map<String, String> WHOLE = Map.of(
            "SUINIAN_OIDC_ISSUER", "https://id.example/realms/house",
            "SUINIAN_OIDC_CLIENT_ID", "suinian",
            "SUINIAN_OIDC_CLIENT_SECRET", "hush-hush");

    @Test
    void isNotThereUnlessSet() {
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void hasDefaultsForEverythingElseAndNeverShowsTheSecret() {
        ProviderConfig config = read(WHOLE).orElseThrow();

        assertThat(config.loginClaim()).isEqualTo("preferred_username");
        assertThat(config.scopes()).containsExactly("openid", "profile");
        assertThat(config.secondFactor()).isEqualTo(ProviderConfig.SecondFactor.ASSERTED);
        assertThat(config.contexts()).isEmpty();
        assertThat(config.label()).isEmpty();
        assertThat(config.passwordsOf()).isEqualTo(SignInConfig.PasswordsOf.EVERYBODY);
        assertThat(config.toString()).doesNotContain("hush-hush");
    }

    @ParameterizedTest
    @CsvSource({
        "SUINIAN_OIDC_ISSUER,http://id.example",
        "SUINIAN_OIDC_ISSUER,id.example",
        "SUINIAN_OIDC_ISSUER,https://user@id.example",
        "SUINIAN_OIDC_ISSUER,https://id.example?x=1",
        "SUINIAN_OIDC_ISSUER,''",
        "SUINIAN_OIDC_CLIENT_ID,''",
        "SUINIAN_OIDC_CLIENT_SECRET,''",
        "SUINIAN_OIDC_SCOPES,profile",
        "SUINIAN_OIDC_SECOND_FACTOR,SOMETIMES",
        "SUINIAN_OIDC_CA_FILE,/nowhere/ca.pem"
    })
    void stopsTheStart(String name, String value) {
        Map<String, String> settings = new HashMap<>(WHOLE);
        settings.put(name, value);

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SUINIAN_OIDC");
    }

    @Test
    void passwordsOfAdministratorsAloneWantAProvider() {
        assertThatThrownBy(() -> read(Map.of("SUINIAN_OIDC_PASSWORDS", "ADMINISTRATORS")))
                .isInstanceOf(SettingsException.class);
    }

    private static Optional<ProviderConfig> read(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        Optional<ProviderConfig> config = ProviderConfig.from(settings, SignInConfig.from(settings));
        settings.refuseUnknown();
        return config;
    }
}
