package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lost", "add 2", "retire", "retire x", "retire 0", "retire 1 now", "retire 1 --force 2"})
    void saysHowItIsUsed(String arguments) {
        NodeConfig config = NodeConfig.from(Settings.of(Map.of()));
        assertThatThrownBy(() -> KeysCommand.parse(config, List.of(arguments.split(" ")), line -> {}))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("retire VERSION");
    }
}
