package cn.suinian.core.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes {@code postgresql.conf} and {@code pg_hba.conf} afresh at every start: the code says how the server runs. */
final class ServerSettings {
    private static final long UNKNOWN_MEMORY_MIB = 2048;
    private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d+) kB");

    private static final String ACCESS = """
            # Written by Suinian at every start. This machine only, and nobody without the password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final String SHARED = """
            # Written by Suinian at every start.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            cluster_name = 'suinian'
            max_connections = 100
            shared_buffers = %dMB
            wal_level = replica
            wal_compression = off
            max_wal_size = 4GB
            checkpoint_timeout = 15min
            deadlock_timeout = 200ms
            synchronous_commit = on
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'
            log_line_prefix = '%%m [%%p] '
            log_checkpoints = off
            # Details would show the values of the row at fault, which may be personal.
            log_error_verbosity = terse
            """;

    private static final String DURABLE = """
            fsync = on
            full_page_writes = on
            # Old log files are used again: to make one, 16 MB of zeros are written while taps wait for it.
            min_wal_size = 1GB
            """;

    private static final String FOR_TESTS = """
            fsync = off
            full_page_writes = off
            """;

    private ServerSettings() {}

    static void write(Path cluster, int port, boolean survivesPowerLoss) throws IOException {
        long sharedBuffers = survivesPowerLoss ? Math.max(32, Math.min(512, memoryMib() / 8)) : 64;
        String settings = SHARED.formatted(port, sharedBuffers) + (survivesPowerLoss ? DURABLE : FOR_TESTS);
        PrivateFiles.write(cluster.resolve("postgresql.conf"), settings);
        PrivateFiles.write(cluster.resolve("pg_hba.conf"), ACCESS);
    }

    private static long memoryMib() throws IOException {
        Matcher total = MEMORY.matcher(Files.readString(Path.of("/proc/meminfo")));
        return total.find() ? Long.parseLong(total.group(1)) / 1024 : UNKNOWN_MEMORY_MIB;
    }
}
