package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.FlagKind.COUNTER_REPLAYED;

import cn.suinian.core.authorization.decision.DeclineReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A card whose used proofs are sent again and again: once is a terminal's mistake. */
final class Replays implements TrailPolicy {

    private static final int AT_THE_LIMIT = 40;
    private static final int MOST = 90;

    private final RiskLimits limits;
    private final Map<Integer, Recent> byCard = new HashMap<>();

    /** The replays of one card within the window. */
    private record Recent(Deque<RiskTap> taps, Doubling doubling) {}

    Replays(RiskLimits limits) {
        this.limits = limits;
    }

    @Override
    public void next(RiskTap tap, Consumer<RiskFlag> flags) {
        if (tap.reason() != DeclineReason.COUNTER_REPLAYED) {
            return;
        }
        Recent recent = byCard.computeIfAbsent(
                tap.cardSerial(), card -> new Recent(new ArrayDeque<>(), new Doubling(limits.replays())));
        Deque<RiskTap> taps = recent.taps();
        while (!taps.isEmpty() && tap.secondsAfter(taps.getFirst()) > limits.replaySeconds()) {
            taps.removeFirst();
        }
        taps.addLast(tap);
        if (recent.doubling().reachedBy(taps.size())) {
            long score = Math.min(MOST, AT_THE_LIMIT + 10L * (taps.size() - limits.replays()));
            RiskFlag flag = RiskFlag.ofTwo(COUNTER_REPLAYED, score, tap, taps.getFirst());
            flag.evidence().with("replays", taps.size());
            flags.accept(flag);
        }
    }
}
