package cn.suinian.load.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.suinian.load.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two rounds with the real gateway; fifty are for a person's patience. */
final class ChaosTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(shown, true);

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void everyTapComesThroughOnceThoughCommitsAreCutAndPostgresqlIsKilled() throws Exception {
        assumeThat(Signals.missing()).as("processes can be signalled").isEmpty();
        String gateway = gatewayClasspath();
        assumeThat(gateway)
                .as("the gateway is packaged: this runs under mvn verify, not under mvn test")
                .isNotEmpty();

        int exitCode = Chaos.run(
                new String[] {
                    "--gateway-classpath", gateway, "--rounds", "2", "--faults", "COMMITS_CUT,POSTMASTER_KILLED"
                },
                screen);

        String said = shown.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(said).isZero();
        assertThat(said).contains("every tap came through once", "suinian verify finds the database sound");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThat(Chaos.run(new String[] {"--gateway-classpath", "x", "--rounds", "many"}, screen))
                .isEqualTo(2);
        assertThat(Chaos.run(new String[] {"--gateway-classpath", "x", "--faults", "RAIN"}, screen))
                .isEqualTo(2);
        assertThat(Chaos.run(new String[] {"--gateway-classpath", "x", "--rounds", "0"}, screen))
                .isEqualTo(2);
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("--rounds needs a whole number, not many", "there is no fault RAIN", "--rounds is 1 to");
    }

    private static String gatewayClasspath() throws Exception {
        Path target = Path.of(System.getProperty("suinian.root"), "gateway", "target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            return "";
        }
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("gateway-[0-9.]+\\.jar"))
                    .toList();
            return jars.isEmpty() ? "" : jars.get(0) + ":" + target.resolve("lib") + "/*";
        }
    }
}
