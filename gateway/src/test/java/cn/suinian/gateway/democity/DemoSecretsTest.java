package cn.suinian.gateway.democity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.KeystoreVault;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoSecretsTest {

    private final DemoSecrets secrets = new DemoSecrets(anotherHouse());

    @Test
    void everyHouseAndEveryAccountHasSecretsOfItsOwn() {
        DemoSecrets others = new DemoSecrets(anotherHouse());
        String password = secrets.password("demo-clerk");
        assertThat(password).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
        assertThat(others.password("demo-clerk")).isNotEqualTo(password);
        assertThat(secrets.password("demo-admin")).isNotEqualTo(password);
        assertThat(others.authenticator("demo-clerk")).isNotEqualTo(secrets.authenticator("demo-clerk"));
    }

    @Test
    void theyAreTheSameAtEveryNodeOfAHouse() {
        assertThat(secrets.password("demo-clerk")).isEqualTo(secrets.password("demo-clerk"));
        assertThat(secrets.authenticator("demo-clerk"))
                .isEqualTo(secrets.authenticator("demo-clerk"))
                .hasSize(20);
    }

    private static KeystoreVault anotherHouse() {
        SecureRandom random = new SecureRandom();
        byte[] column = new byte[16];
        byte[] index = new byte[32];
        random.nextBytes(column);
        random.nextBytes(index);
        return KeystoreVault.ofColumns(Map.of(1, column), index);
    }
}
