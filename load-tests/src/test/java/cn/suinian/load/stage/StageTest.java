package cn.suinian.load.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final GatewayCommand ACTOR =
            new GatewayCommand(System.getProperty("java.class.path"), Actor.class.getName());

    private final Screen screen = new Screen(new ByteArrayOutputStream(), true);

    @Test
    void startsTheGatewayReadsWhereItIsAndLeavesNothingBehind() throws Exception {
        Path directory;
        try (Stage stage = Stage.build(ACTOR, screen)) {
            directory = stage.directory();
            stage.start(Map.of("SUINIAN_LATE_DAYS", "15"));

            assertThat(stage.runtime().terminalUrl()).hasToString("http://127.0.0.1:1");
            assertThat(stage.closeDays("--day", "2026-11-20")).isEmpty();
            assertThat(directory.resolve("closed-with")).hasContent("close --json --day 2026-11-20");
        }
        assertThat(directory).doesNotExist();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void saysWhatTheGatewaySaidWhenItEndsAtOnce() throws Exception {
        Path directory;
        try (Stage stage = Stage.build(ACTOR, screen)) {
            directory = stage.directory();

            assertThatThrownBy(() -> stage.start(Map.of("SUINIAN_OPEN_DAY", "1")))
                    .isInstanceOf(StageException.class)
                    .hasMessageContaining("the gateway ended at once")
                    .hasMessageContaining("the port is taken");
        }
        assertThat(Files.exists(directory)).isFalse();
    }
}
