package cn.suinian.load.profile;

import static io.gatling.javaapi.core.CoreDsl.substring;

import java.util.List;

/** Three cards that tap without end: a holder has one writer, and it must keep up. */
public final class HotCard extends Profile {
    private static final int CARDS = 3;

    public HotCard() {
        run(List.of(each(
                "ride of a hot card",
                taps.ridesOf(CARDS, needed(settings.rate())),
                settings.rate(),
                substring("APPROVED").exists())));
    }
}
