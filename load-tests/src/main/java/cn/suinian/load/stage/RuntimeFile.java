package cn.suinian.load.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a running gateway says of itself in {@code runtime.json}.
 *
 * @param databaseUrl {@code postgresql://user:password@host:port/database}
 * @param consoleUrl null when the node has no console
 */
public record RuntimeFile(
        URI terminalUrl, URI databaseUrl, @Nullable URI consoleUrl) {

    static RuntimeFile read(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        if (!root.hasNonNull("terminalUrl") || !root.hasNonNull("databaseUrl")) {
            throw new IOException(file + " lacks terminalUrl or databaseUrl");
        }
        return new RuntimeFile(
                URI.create(root.get("terminalUrl").asText()),
                URI.create(root.get("databaseUrl").asText()),
                root.hasNonNull("consoleUrl")
                        ? URI.create(root.get("consoleUrl").asText())
                        : null);
    }
}
