package cn.suinian.core.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one program to its end and keeps what it said. */
record Subprocess(int exitCode, String output) {

    /** Runs a program, with this text as its standard input if there is one. */
    static Subprocess run(@Nullable String input, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // PGPORT, PGDATA, PGOPTIONS and their kin steer PostgreSQL's programs past their arguments.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            if (input != null) {
                stdin.write(input.getBytes(UTF_8));
            }
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Subprocess(exitCode(process), output);
    }

    /**
     * Runs a PostgreSQL program. PostgreSQL refuses to run as root, so root runs it in a user namespace of its own,
     * where it is nobody and still owns its files.
     */
    static Subprocess runPostgres(Path home, String program, @Nullable String input, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            command.add("unshare");
            command.add("--user");
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Subprocess result = run(input, command.toArray(String[]::new));
        if (result.exitCode != 0 && result.output.contains("unshare:")) {
            throw new DatabaseUnusableException(
                    "PostgreSQL does not run as root, and this machine does not let root put"
                            + " it into a user namespace (" + result.output.strip()
                            + "). Run Suinian as an ordinary user, or set SUINIAN_DB_URL.");
        }
        return result;
    }

    static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for process " + process.pid(), interrupted);
        }
    }
}
