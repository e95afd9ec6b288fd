package cn.suinian.core.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the processes of a server by what they are, not by a number in a file: a PostgreSQL program whose working
 * directory is the cluster. A process id may have passed to a stranger since it was written down.
 */
final class ServerProcesses {
    private ServerProcesses() {}

    static boolean isServerOf(Path cluster, long pid) {
        return findWorkingDirectory(pid).map(cluster::equals).orElse(false) && isPostgres(pid);
    }

    /** The postmaster and its children that are alive, in no particular order. */
    static List<ProcessHandle> list(Path cluster) {
        return ProcessHandle.allProcesses()
                .filter(process -> isServerOf(cluster, process.pid()))
                .toList();
    }

    private static Optional<Path> findWorkingDirectory(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(long pid) {
        try {
            byte[] commandLine = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            String program = new String(commandLine, UTF_8).split("\0", 2)[0];
            return program.startsWith("postgres: ") || program.endsWith("/postgres");
        } catch (IOException gone) {
            return false;
        }
    }
}
