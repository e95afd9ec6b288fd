package cn.suinian.gateway.dayend;

import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What the settlement role is told.
 *
 * @param riskScanSeconds how long it rests between two looks for risks
 * @param closeAt when it closes yesterday, in Asia/Shanghai; empty: it never does
 * @param outbox where short messages are put for whoever carries them
 */
public record DayEndConfig(int riskScanSeconds, Optional<LocalTime> closeAt, Path outbox) {

    /** Reads it. */
    public static DayEndConfig from(Settings settings, Path data) {
        int seconds = settings.wholeNumber(
                "SUINIAN_RISK_SCAN_SECONDS",
                30,
                1,
                3600,
                "rest between two looks for taps that look wrong (settlement role)");
        String close = settings.text(
                "SUINIAN_CLOSE_AT", "00:15", "when yesterday is closed, HH:MM in Shenzhen (settlement role); -: never");
        String outbox = settings.text(
                "SUINIAN_SMS_OUTBOX",
                "sms-outbox",
                "directory for short messages that somebody else carries, relative to the data directory");
        return new DayEndConfig(seconds, time(close), data.resolve(outbox));
    }

    private static Optional<LocalTime> time(String text) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException wrong) {
            throw new SettingsException("SUINIAN_CLOSE_AT is \"" + text + "\" but must be a time, HH:MM, or -");
        }
    }
}
