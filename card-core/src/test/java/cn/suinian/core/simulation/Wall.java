package cn.suinian.core.simulation;

import cn.suinian.core.authorization.ManualTrack;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The true time in Shanghai. It goes with the lanes' clock and can leap ahead of it by hours, so that days pass in a
 * run without a million idle sweeps.
 */
final class Wall {

    private final ManualTrack track;
    private LocalDateTime atZero;

    Wall(ManualTrack track, LocalDateTime start) {
        this.track = track;
        this.atZero = start;
    }

    LocalDateTime now() {
        return atZero.plus(track.nowMillis(), ChronoUnit.MILLIS);
    }

    void leap(Duration ahead) {
        atZero = atZero.plus(ahead);
    }
}
