package cn.suinian.load.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the processes themselves logged of the faults: a run whose faults never hit anything proves nothing.
 *
 * @param unknownCommits batches whose connection was lost during the commit, which a node then looked up
 * @param recoveries times that PostgreSQL recovered from a crash
 */
record Traces(long unknownCommits, long recoveries) {
    private static final String UNKNOWN_COMMIT = "the outcome of a batch of";
    private static final String RECOVERY = "database system was not properly shut down";

    /** Reads the logs under a fleet's directory. */
    static Traces read(Path directory) throws IOException {
        long unknown = 0;
        try (Stream<Path> nodes = Files.list(directory)) {
            for (Path node : nodes.filter(path -> path.getFileName().toString().startsWith("node-"))
                    .filter(Files::isDirectory)
                    .toList()) {
                unknown += count(node.resolve("suinian.log"), UNKNOWN_COMMIT);
            }
        }
        Path server = directory.resolve("keeper").resolve("postgres.log");
        return new Traces(unknown, count(server, RECOVERY));
    }

    private static long count(Path log, String words) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(words)).count();
        }
    }
}
