package cn.suinian.gateway.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BureauKeyTest {
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";

    @TempDir
    private Path directory;

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve("bureau.key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static Optional<TransportKey> read(Path file) {
        return BureauKey.read(Optional.of(file), new SecureRandom());
    }

    @Test
    void theKeyIsThatOfTheFileWhicheverCaseItIsWrittenIn() throws IOException {
        TransportKey key = read(file(KEY + "\n", "rw-------")).orElseThrow();
        assertThat(key.checkValue()).isEqualTo(TransportKey.checkValue(Hex.decode(KEY.toLowerCase(Locale.ROOT))));
    }

    @Test
    void noFileIsNoKey() {
        assertThat(BureauKey.read(Optional.empty(), new SecureRandom())).isEmpty();
    }

    @Test
    void aFileThatOthersMayReadStopsTheStart() throws IOException {
        Path file = file(KEY, "rw-r-----");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void whatIsNoKeyStopsTheStartAndIsNotRepeated() throws IOException {
        Path file = file(KEY.substring(1), "rw-------");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("32 hexadecimal digits")
                .hasMessageNotContaining(KEY.substring(1));
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> read(directory.resolve("nothing")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cannot be read");
    }
}
