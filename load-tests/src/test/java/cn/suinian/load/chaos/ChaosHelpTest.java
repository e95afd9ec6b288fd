package cn.suinian.load.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChaosHelpTest {

    @Test
    void theLauncherNamesEveryFaultThatThereIs() throws Exception {
        String help = Files.readString(Path.of(System.getProperty("suinian.root"), "launcher/help.sh"));

        assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::name))
                .allSatisfy(kind -> assertThat(help).contains(kind));
    }
}
