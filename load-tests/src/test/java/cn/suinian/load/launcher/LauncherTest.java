package cn.suinian.load.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher's manners, without building anything. */
final class LauncherTest {
    @TempDir
    private Path elsewhere;

    @Test
    void helpIsAnAnswer() throws Exception {
        Shell help = launcher("help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("up ", "demo", "replay FILE", "close", "verify", "chaos", "test", "doctor");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "up, --roles LIST",
        "demo, --nodes 1-4",
        "replay, replay FILE",
        "close, --day DAY",
        "keys, hand-out",
        "verify, --day DAY",
        "chaos, --faults LIST",
        "simulate, --trace",
        "load, PROFILE",
        "test, MAVEN",
        "doctor, Usage: ./suinian doctor"
    })
    void eachCommandSaysWhatItTakes(String command, String option) throws Exception {
        Shell help = launcher(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: ./suinian " + command).contains(option);
        assertThat(help.err()).isEmpty();
        assertThat(launcher("help", command)).isEqualTo(help);
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void aCommandThatDoesNotExistHasNoHelp() throws Exception {
        assertThat(launcher("frobnicate", "--help").exitCode()).isEqualTo(2);
        assertThat(launcher("help", "frobnicate").err()).contains("no command 'frobnicate'");
    }

    @Test
    void anArgumentThatACommandDoesNotTakeIsNamedBeforeAnythingIsBuilt() throws Exception {
        Shell up = launcher("up", "extra");
        assertThat(up.exitCode()).isEqualTo(2);
        assertThat(up.err()).contains("up takes only --roles LIST, not 'extra'").doesNotContain("serve");
        Shell doctor = launcher("doctor", "x");
        assertThat(doctor.exitCode()).isEqualTo(2);
        assertThat(doctor.err()).contains("doctor takes no arguments, not 'x'");
    }

    @Test
    void aMistypedCommandNamesTheNearestOne() throws Exception {
        Shell mistyped = launcher("doctr");

        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err()).contains("no command 'doctr'", "Did you mean 'doctor'?");
    }

    @Test
    void aCommandLikeNoneGetsNoSuggestion() throws Exception {
        assertThat(launcher("frobnicate").err())
                .contains("no command 'frobnicate'")
                .doesNotContain("Did you mean");
    }

    @Test
    void findsItsHouseThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(
                elsewhere.resolve("a link"), Shell.root().resolve("suinian"));

        Shell help = Shell.run(elsewhere, List.of(link.toString(), "help"));
        Files.delete(link);

        assertThat(help.exitCode()).isZero();
    }

    @Test
    void aDirectoryWithoutAJdkIsRefusedPlainly() throws Exception {
        Shell refused = launcher("--jdk", elsewhere.toString(), "up");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("holds no JDK 17 or newer");
    }

    @Test
    void theDoctorNamesTheDirectoryThatHoldsNoJdk() throws Exception {
        Shell doctor = launcher("--jdk", elsewhere.toString(), "doctor");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out()).contains(elsewhere + ", given with --jdk, holds no JDK 17 or newer");
    }

    @Test
    void replayWithoutAFileSaysSo() throws Exception {
        assertThat(launcher("replay").exitCode()).isEqualTo(2);
        assertThat(launcher("replay", "no-such-file.json").err())
                .contains("Cannot read the tap file 'no-such-file.json'");
    }

    @Test
    void aBuildIsStaleWhenAnythingThatRunsChanged() throws Exception {
        Path house = Files.createDirectory(elsewhere.resolve("house"));
        Path kept = write(house, "gateway/src/main/java/Main.java", "class Main {}");
        Path deleted = write(house, "gateway/src/main/resources/old.sql", "SELECT 1");
        write(house, "gateway/pom.xml", "<project/>");
        write(house, "pom.xml", "<project/>");
        write(house, ".mvn/jvm.config", "");
        List<String> seen = new ArrayList<>(List.of(fingerprint(house, "17")));

        write(house, "gateway/src/test/java/MainTest.java", "class MainTest {}");
        assertThat(fingerprint(house, "17"))
                .as("tests do not run in production")
                .isEqualTo(seen.get(0));

        Files.delete(deleted);
        seen.add(fingerprint(house, "17"));
        Files.writeString(kept, "class Main { }");
        seen.add(fingerprint(house, "17"));
        seen.add(fingerprint(house, "25"));
        assertThat(seen).doesNotHaveDuplicates();
    }

    private Shell launcher(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Shell.root().resolve("suinian").toString()));
        command.addAll(List.of(arguments));
        return Shell.run(elsewhere, command);
    }

    private static String fingerprint(Path house, String jdk) throws Exception {
        String script = "root=$1 jdk_is=$2; . \"$3\"; fingerprint gateway";
        Path build = Shell.root().resolve("launcher/build.sh");
        Shell shell =
                Shell.run(house, List.of("bash", "-euc", script, "bash", house.toString(), jdk, build.toString()));
        assertThat(shell.err()).isEmpty();
        return shell.out();
    }

    private static Path write(Path house, String name, String content) throws Exception {
        Path file = house.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
