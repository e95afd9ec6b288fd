package cn.suinian.core.simulation;

import cn.suinian.core.authorization.LaneConfig;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a seed's city is: its size, its queues and its weather. Every kind of trouble is absent from some seeds and
 * frequent in others.
 */
final class Temper {

    final int holders;
    final int nodes;
    final LaneConfig lanes;
    final boolean skewedClocks;
    final int poisonPermille;
    final int replyLostPermille;

    /** Longest pause between two events in milliseconds; short ones crowd the queues. */
    final int pauseMillis;

    private final Map<Act, Integer> weights = new EnumMap<>(Act.class);
    private final Map<Fault, Integer> weather = new EnumMap<>(Fault.class);
    private final int allWeights;

    Temper(Dice dice) {
        this.holders = dice.pick(1, 2, 3, 6, 12, 24);
        this.nodes = dice.pick(1, 2, 2, 2, 3);
        int lanes = dice.pick(1, 1, 2, 3);
        int queue = dice.pick(4, 16, 64);
        int cap = dice.pick(1, 2, 8, 64);
        int deadlineMillis = dice.pick(150, 400, 1_000);
        int attempts = dice.pick(2, 4, 12);
        int stuckMillis = dice.pick(600, 1_500);
        this.skewedClocks = dice.oneIn(2);
        this.poisonPermille = dice.oneIn(4) ? 10 : 0;
        this.replyLostPermille = dice.pick(0, 50, 250);
        this.pauseMillis = dice.pick(3, 15, 60);
        this.lanes = new LaneConfig(
                lanes, queue, cap, deadlineMillis, attempts, stuckMillis, 1_000, headwayMillis(pauseMillis));
        for (Act act : Act.values()) {
            boolean absent = act.optional() && dice.oneIn(3);
            weights.put(act, absent ? 0 : act.weight() * dice.pick(1, 1, 3));
        }
        for (Fault fault : Storm.KINDS) {
            weather.put(fault, dice.oneIn(3) ? 0 : dice.pick(2, 10, 40));
        }
        this.allWeights = weights.values().stream().mapToInt(weight -> weight).sum();
    }

    /** No throw of its own: a seed stays what it was. */
    private static int headwayMillis(int pauseMillis) {
        return pauseMillis == 3 ? 0 : pauseMillis / 5;
    }

    /** What happens next. */
    Act act(Dice dice) {
        int point = dice.below(allWeights);
        for (Map.Entry<Act, Integer> each : weights.entrySet()) {
            point -= each.getValue();
            if (point < 0) {
                return each.getKey();
            }
        }
        throw new AssertionError("the weights do not add up");
    }

    /** How likely this befalls a call, in thousandths. */
    int permille(Fault fault) {
        return weather.getOrDefault(fault, 0);
    }
}
