package cn.suinian.core.simulation;

import cn.suinian.core.authorization.Fate;
import cn.suinian.core.authorization.Fate.Call;
import cn.suinian.core.authorization.Fate.Reply;
import cn.suinian.core.authorization.ManualTrack;
import java.util.List;

/** The weather between the nodes and the database: draws what becomes of each call. */
final class Storm implements Fate.Weather {

    /** What can befall a call. */
    static final List<Fault> KINDS = List.of(
            Fault.LOST_BEFORE,
            Fault.LOST_AFTER,
            Fault.LOST_DONE_LATER,
            Fault.ROLLED_BACK,
            Fault.REFUSED_ONCE,
            Fault.SLOW,
            Fault.HANGS,
            Fault.HANGS_DONE_LATER);

    private static final int SPELL_FACTOR = 10;

    private final Temper temper;
    private final Dice dice;
    private final Counts counts;
    private final ManualTrack track;
    private long spellUntilMillis;
    private boolean calm;

    Storm(Temper temper, Dice dice, Counts counts, ManualTrack track) {
        this.temper = temper;
        this.dice = dice;
        this.counts = counts;
        this.track = track;
    }

    /** Ten times the trouble for a while. */
    void rise(long millis) {
        spellUntilMillis = track.nowMillis() + millis;
    }

    /** No more trouble. */
    void end() {
        calm = true;
    }

    @Override
    public Fate of(Call call) {
        long quick = dice.between(1, 12);
        if (calm) {
            return Fate.answered(quick, quick);
        }
        int point = dice.below(1_000);
        int factor = track.nowMillis() < spellUntilMillis ? SPELL_FACTOR : 1;
        for (Fault kind : KINDS) {
            point -= temper.permille(kind) * factor;
            if (point < 0) {
                counts.add(kind);
                return fate(kind, quick);
            }
        }
        return Fate.answered(quick, quick + dice.below(4));
    }

    private Fate fate(Fault kind, long quick) {
        long late = dice.oneIn(2) ? dice.between(5, 80) : dice.between(80, 4_000);
        return switch (kind) {
            case LOST_BEFORE -> new Fate(Fate.NEVER, Reply.LOST, quick);
            case LOST_AFTER -> new Fate(quick, Reply.LOST, quick + dice.below(10));
            case LOST_DONE_LATER -> new Fate(quick + late, Reply.LOST, quick);
            case ROLLED_BACK -> new Fate(Fate.NEVER, Reply.ROLLED_BACK, quick);
            case REFUSED_ONCE -> new Fate(Fate.NEVER, Reply.REFUSED, quick);
            case HANGS -> new Fate(Fate.NEVER, Reply.SILENCE, 0);
            case HANGS_DONE_LATER -> new Fate(late, Reply.SILENCE, 0);
            case SLOW -> Fate.answered(late, late + (dice.oneIn(2) ? 0 : dice.between(10, 500)));
            default -> throw new AssertionError(kind + " is not weather");
        };
    }
}
