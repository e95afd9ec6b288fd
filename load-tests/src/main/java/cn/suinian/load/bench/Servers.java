package cn.suinian.load.bench;

import java.util.HashMap;
import java.util.Map;

/** What the servers of a bench run with. */
final class Servers {
    /** As the launcher starts a node. */
    private static final String SHIPPED_JVM = "-Xms256m -Xmx1g -XX:+UseG1GC";

    /** More than twice as many as there are: see SUINIAN_REMEMBERED_ACCOUNTS in docs/operations.md. */
    private static final double REMEMBERED = 2.1;

    private static final int LEAST_REMEMBERED = 400_000;
    private static final int LEAST_HEAP_MIB = 2_048;
    private static final int HEAP_BYTES_A_CARD = 900;
    private static final int MEBIBYTE = 1 << 20;
    private static final String JVM = "JDK_JAVA_OPTIONS";

    private final BenchOptions options;

    Servers(BenchOptions options) {
        this.options = options;
    }

    /** The environment of a gateway as an operator with this many cards should run it, and as the options have it. */
    Map<String, String> gateway(BenchDatabase database) {
        Map<String, String> environment = shared(database);
        environment.put("SUINIAN_REMEMBERED_ACCOUNTS", Integer.toString(rememberedAccounts()));
        environment.put(JVM, jvm());
        environment.putAll(options.settings());
        return environment;
    }

    /** The environment of a gateway that nobody has set anything for. */
    Map<String, String> shipped(BenchDatabase database) {
        Map<String, String> environment = shared(database);
        environment.put(JVM, SHIPPED_JVM);
        return environment;
    }

    /** The environment of a rival that writes taps. */
    Map<String, String> rival(BenchDatabase database, String name) {
        Map<String, String> environment = shared(database);
        environment.put(JVM, jvm() + " -Dsuinian.rival=" + name);
        return environment;
    }

    /** The environment of a rival that has no database. */
    Map<String, String> echo() {
        return Map.of(JVM, jvm());
    }

    /** For whoever wants to have the same. */
    String text() {
        return "heap %,d MB, G1; ours remembers %,d accounts; other settings %s"
                .formatted(
                        heapMebibytes(),
                        rememberedAccounts(),
                        options.settings().isEmpty() && options.jvm().isEmpty()
                                ? "as they come"
                                : options.settings() + " " + options.jvm());
    }

    /** For whoever wants to have the same, of the gateway that nobody has set anything for. */
    String shippedText() {
        return "as shipped: " + SHIPPED_JVM + ", every setting as it comes";
    }

    /**
     * Every card of the city is remembered, so a larger city takes a larger heap. It has its full size from the start:
     * one that is nearly half full is marked again and again, on a processor that taps wait for.
     */
    private String jvm() {
        return "-Xms%1$dm -Xmx%1$dm -XX:+UseG1GC %2$s".formatted(heapMebibytes(), options.jvm());
    }

    private long heapMebibytes() {
        return Math.max(LEAST_HEAP_MIB, LEAST_HEAP_MIB / 2 + (long) HEAP_BYTES_A_CARD * options.cards() / MEBIBYTE);
    }

    private int rememberedAccounts() {
        return Math.max(LEAST_REMEMBERED, (int) (options.cards() * REMEMBERED));
    }

    private static Map<String, String> shared(BenchDatabase database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SUINIAN_DB_URL", database.url().toString());
        environment.put("SUINIAN_DEMO_CITY", "YES");
        return environment;
    }
}
