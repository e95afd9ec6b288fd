package cn.suinian.load.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/protocol.md} tells a terminal vendor to type gives what the page says it gives. */
final class ProtocolPageTest {
    private static final Pattern SHELL_BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROMISED = Pattern.compile("(?m)^# ([0-9a-f]{32,64})\\b");

    @TempDir
    private Path anywhere;

    @Test
    void everyOpensslCommandGivesTheDigitsBelowIt() throws Exception {
        assumeTrue(hasOpenssl3(), "OpenSSL 3 is needed");
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        List<String> promised = new ArrayList<>();
        for (String block : blocks()) {
            List<String> digits = new ArrayList<>();
            PROMISED.matcher(block).results().forEach(match -> digits.add(match.group(1)));
            if (!digits.isEmpty()) {
                script.append(block).append("\n");
                promised.addAll(digits);
            }
        }

        Shell typed = Shell.run(anywhere, List.of("bash", "-c", script.toString()));

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(promised).hasSize(4);
        assertThat(typed.out().replace("\n", "")).isEqualTo(String.join("", promised));
    }

    @Test
    void theClientOfThePageIsSoundBash() throws Exception {
        assertThat(Shell.run(anywhere, List.of("bash", "-n", client().toString())))
                .isEqualTo(new Shell(0, "", ""));
    }

    @Test
    void theClientSaysInOneLineWhatTheCityDoesNotHave() throws Exception {
        assumeTrue(Shell.run(anywhere, List.of("bash", "-c", "command -v python3 || true"))
                .out()
                .contains("python3"));
        Path city = Files.writeString(
                anywhere.resolve("city.json"),
                "{\"terminals\":[{\"terminalId\":\"440303001001\",\"services\":[\"MEAL\"]}],\"cards\":[]}");

        for (String arguments : List.of("BREAKFAST 300", "MEAL 300")) {
            Shell client = Shell.run(
                    anywhere,
                    List.of("bash", "-c", "bash \"$0\" \"$1\" " + arguments, client().toString(), city.toString()));
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err().lines()).singleElement().asString().contains("city.json has no such");
        }
        assertThat(anywhere.toFile().list()).containsExactlyInAnyOrder("tap.sh", "city.json");
    }

    private Path client() throws Exception {
        String client = blocks().stream()
                .filter(block -> block.startsWith("#!"))
                .findFirst()
                .orElseThrow();
        return Files.writeString(anywhere.resolve("tap.sh"), client);
    }

    private static List<String> blocks() throws Exception {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = SHELL_BLOCK.matcher(Files.readString(Shell.root().resolve("docs/protocol.md")));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private boolean hasOpenssl3() throws Exception {
        Shell version = Shell.run(anywhere, List.of("bash", "-c", "openssl version || true"));
        return version.out().startsWith("OpenSSL 3");
    }
}
