package cn.suinian.load.profile;

import static io.gatling.javaapi.core.CoreDsl.substring;

import java.util.List;

/** Terminals that were cut off send what they stored, in batches; every item is answered. */
public final class OfflineFlush extends Profile {
    private static final int TAPS_IN_A_BATCH = 100;

    public OfflineFlush() {
        int perSecond = Math.max(1, settings.rate() / TAPS_IN_A_BATCH);
        run(List.of(each(
                "batch of " + TAPS_IN_A_BATCH,
                taps.batches(needed(perSecond), TAPS_IN_A_BATCH),
                perSecond,
                substring("\"problem\"").notExists())));
    }
}
