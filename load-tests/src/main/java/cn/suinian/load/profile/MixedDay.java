package cn.suinian.load.profile;

import static io.gatling.javaapi.core.CoreDsl.substring;

import cn.suinian.load.frame.SignedFrame;
import io.gatling.javaapi.core.PopulationBuilder;
import java.util.List;

/** Everything at once: rides, lunches, batches, heartbeats and terminals that fetch the denylist. */
public final class MixedDay extends Profile {
    private static final int TAPS_IN_A_BATCH = 50;

    public MixedDay() {
        int rate = settings.rate();
        run(List.of(
                one("ride", taps.rides(needed(share(rate, 60))), share(rate, 60), "APPROVED"),
                one("lunch", taps.lunches(needed(share(rate, 25))), share(rate, 25), "outcome"),
                one("batch", taps.batches(needed(share(rate, 1)), TAPS_IN_A_BATCH), share(rate, 1), "results"),
                one("heartbeat", taps.heartbeats(needed(share(rate, 10))), share(rate, 10), "clockSkewMillis"),
                one("denylist", taps.denylists(needed(share(rate, 4))), share(rate, 4), "version")));
    }

    private PopulationBuilder one(String name, List<SignedFrame> frames, int perSecond, String says) {
        return each(name, frames, perSecond, substring(says).exists());
    }

    private static int share(int rate, int percent) {
        return Math.max(1, rate * percent / 100);
    }
}
