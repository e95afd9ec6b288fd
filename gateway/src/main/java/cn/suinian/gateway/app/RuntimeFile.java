package cn.suinian.gateway.app;

import cn.suinian.core.postgres.Database;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a running node is to be found, for other commands on this machine; gone when it has stopped. */
final class RuntimeFile {

    private static final String NAME = "runtime.json";

    private final Path file;

    RuntimeFile(Path dataDir) {
        this.file = dataDir.resolve(NAME);
    }

    void write(Addresses addresses, Database database) throws IOException {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("terminalUrl", addresses.terminal());
        json.put("consoleUrl", addresses.console());
        json.put("counterUrl", addresses.counter());
        json.put("metricsUrl", addresses.metrics());
        json.put("databaseUrl", database.urlWithPassword());
        json.put("pid", ProcessHandle.current().pid());
        PrivateFile.write(file, json.toPrettyString() + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * The URLs of a node.
     *
     * @param terminal null when the node does not have this role
     * @param console null when the node does not have this role
     * @param counter null when the node does not have this role
     */
    record Addresses(
            @org.jspecify.annotations.Nullable String terminal,
            @org.jspecify.annotations.Nullable String console,
            @org.jspecify.annotations.Nullable String counter,
            String metrics) {}
}
