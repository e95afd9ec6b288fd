package cn.suinian.gateway.terminal;

import cn.suinian.core.settings.Settings;

/**
 * What one terminal, or anybody who reaches the port, may take of a node.
 *
 * @param tapsPerSecond requests of one terminal; a batch counts as one and a tenth of its taps
 * @param tapsUnderWay unanswered taps of one terminal
 * @param requestSeconds a request that is not here whole by then is refused
 * @param connections open at the same time
 */
public record TerminalLimits(int tapsPerSecond, int tapsUnderWay, int requestSeconds, int connections) {

    static TerminalLimits from(Settings settings) {
        return new TerminalLimits(
                settings.wholeNumber(
                        "SUINIAN_TERMINAL_TAPS_PER_SECOND",
                        500,
                        1,
                        1_000_000,
                        "requests of one terminal to one node; beyond it and two seconds' worth in reserve: 429"),
                settings.wholeNumber(
                        "SUINIAN_TERMINAL_TAPS_UNDER_WAY",
                        4_096,
                        1,
                        1_000_000,
                        "unanswered taps of one terminal at one node; beyond it: 429"),
                settings.wholeNumber(
                        "SUINIAN_REQUEST_SECONDS", 30, 1, 600, "a request not here whole by then gets 408"),
                settings.wholeNumber(
                        "SUINIAN_TERMINAL_CONNECTIONS",
                        10_000,
                        1,
                        1_000_000,
                        "open connections of the terminal API, at worst 40 KiB of heap each; beyond: closed"));
    }
}
