package cn.suinian.load.profile;

import static io.gatling.javaapi.core.CoreDsl.substring;

import java.util.List;

/** Canteens at noon of the latest workday; whoever comes twice is told so, which is an answer too. */
public final class LunchRush extends Profile {
    public LunchRush() {
        run(List.of(each(
                "lunch",
                taps.lunches(needed(settings.rate())),
                settings.rate(),
                substring("\"outcome\"").exists())));
    }
}
