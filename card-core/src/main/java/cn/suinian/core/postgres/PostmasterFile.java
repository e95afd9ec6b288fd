package cn.suinian.core.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running server writes into {@code postmaster.pid}, and what a killed one leaves behind in it. */
record PostmasterFile(long pid, int port, boolean ready) {

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty when there is no file, or a file that was cut short. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(cluster));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(0).strip());
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return Optional.of(new PostmasterFile(pid, port, ready));
        } catch (IndexOutOfBoundsException | NumberFormatException cutShort) {
            return Optional.empty();
        }
    }
}
