package cn.suinian.gateway.terminal;

import cn.suinian.core.settings.Settings;

/**
 * How the terminal API listens.
 *
 * @param port 0 means any free one
 * @param clockToleranceSeconds how far a terminal's clock may be off
 * @param lateDays how many days after its own time a stored tap is still accepted
 * @param goodFaithHours for how long after a card was stopped a terminal with an older denylist is excused
 * @param reversalHours for how long a tap can be reversed
 */
public record TerminalConfig(
        int port,
        int clockToleranceSeconds,
        int lateDays,
        int goodFaithHours,
        int reversalHours,
        TerminalLimits limits) {

    /** Reads its settings. */
    public static TerminalConfig from(Settings settings) {
        return new TerminalConfig(
                settings.wholeNumber("SUINIAN_TERMINAL_PORT", 8480, 0, 65535, "port of the terminal API; 0: any free"),
                settings.wholeNumber(
                        "SUINIAN_CLOCK_TOLERANCE_SECONDS", 300, 1, 3600, "how far a terminal's clock may be off"),
                settings.wholeNumber(
                        "SUINIAN_LATE_DAYS", 7, 1, 31, "days after its own time that a stored tap is accepted"),
                settings.wholeNumber(
                        "SUINIAN_GOOD_FAITH_HOURS",
                        72,
                        0,
                        744,
                        "hours after a card was stopped in which a terminal with an older denylist is excused"),
                settings.wholeNumber(
                        "SUINIAN_REVERSAL_HOURS", 24, 1, 744, "hours after its own time that a tap can be reversed"),
                TerminalLimits.from(settings));
    }

    /** The same on another port. */
    public TerminalConfig withPort(int another) {
        return new TerminalConfig(another, clockToleranceSeconds, lateDays, goodFaithHours, reversalHours, limits);
    }
}
