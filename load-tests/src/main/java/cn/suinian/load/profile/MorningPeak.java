package cn.suinian.load.profile;

import static io.gatling.javaapi.core.CoreDsl.substring;

import java.util.List;

/** The rush hour of a workday: bus boards and metro entries, all approved. */
public final class MorningPeak extends Profile {
    public MorningPeak() {
        run(List.of(each(
                "ride",
                taps.rides(needed(settings.rate())),
                settings.rate(),
                substring("APPROVED").exists())));
    }
}
