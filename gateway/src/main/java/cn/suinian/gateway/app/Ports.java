package cn.suinian.gateway.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a node's ports are free before anything else is started. */
final class Ports {

    private Ports() {}

    static void requireFree(NodeConfig config) {
        String host = config.bindHost();
        if (config.roles().contains(Role.TERMINAL)) {
            requireFree(host, config.terminal().port(), "the terminal API", "SUINIAN_TERMINAL_PORT");
        }
        if (config.roles().contains(Role.CONSOLE)) {
            requireFree(host, config.consolePort(), "the console", "SUINIAN_CONSOLE_PORT");
        }
        if (config.roles().contains(Role.COUNTER)) {
            requireFree(host, config.counter().port(), "the counter API", "SUINIAN_COUNTER_PORT");
        }
        requireFree(host, config.metricsPort(), "health and metrics", "SUINIAN_METRICS_PORT");
    }

    private static void requireFree(String host, int port, String what, String setting) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Port " + port + " for " + what + " cannot be used on " + host + " (" + taken.getMessage()
                            + "). Set " + setting + " to a free port, or to 0 for any free one.",
                    taken);
        }
    }
}
