package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is made from the settings themselves. */
class ConfigurationPageTest {
    private static final String HEAD = """
            # Configuration

            Environment variables of a node, and what holds when they are not set. A name that begins with
            `SUINIAN_` and is not in this table stops start-up, and the nearest one is named. The launcher sets
            `SUINIAN_DATA_DIR` to `data` of the project unless it is set already.

            This page is generated: `ConfigurationPageTest` compares it with the program.

            """;

    @Test
    void isWhatTheProgramReads() throws IOException {
        Path root = Path.of(System.getProperty("suinian.root", ".."));
        Settings settings = Settings.of(Map.of());
        NodeConfig.from(settings);
        String page = HEAD + settings.table();
        Path made = Files.createDirectories(Path.of("target")).resolve("configuration.md");
        Files.writeString(made, page);
        assertThat(Files.readString(root.resolve("docs/configuration.md")))
                .as("docs/configuration.md is not what the program reads; copy gateway/target/configuration.md there")
                .isEqualTo(page);
    }
}
