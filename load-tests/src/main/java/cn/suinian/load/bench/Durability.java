package cn.suinian.load.bench;

import cn.suinian.load.stage.StageException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether what a server acknowledges outlives a power cut.
 *
 * @param settings of PostgreSQL, by their names
 */
record Durability(Map<String, String> settings) {
    private static final List<String> NAMES = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** As a session of this server has it. */
    static Durability of(BenchDatabase server) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : NAMES) {
            settings.put(name, server.text("SELECT current_setting('" + name + "')"));
        }
        return new Durability(settings);
    }

    /**
     * Lets a server pass that flushes.
     *
     * @throws StageException with a sentence that says what to switch on
     */
    void require() throws StageException {
        for (Map.Entry<String, String> each : settings.entrySet()) {
            if (each.getValue().equals("off")) {
                throw new StageException(("this PostgreSQL runs with %1$s off: what it acknowledges may be lost, so its"
                                + " figures say nothing. Switch it on: ALTER SYSTEM SET %1$s = on;"
                                + " SELECT pg_reload_conf();")
                        .formatted(each.getKey()));
            }
        }
    }

    /** For the head of a table. */
    String text() {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
