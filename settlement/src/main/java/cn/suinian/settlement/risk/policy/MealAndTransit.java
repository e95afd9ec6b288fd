package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.FlagKind.MEAL_AND_DISTANT_TRANSIT;

import cn.suinian.core.terminal.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A holder who ate here and rode there, with minutes between: possible by taxi, and yet. */
final class MealAndTransit implements TrailPolicy {

    private static final int AT_THE_LIMIT = 40;
    private static final int MOST = 90;

    private final RiskLimits limits;
    private final Deque<RiskTap> recent = new ArrayDeque<>();

    MealAndTransit(RiskLimits limits) {
        this.limits = limits;
    }

    @Override
    public void next(RiskTap tap, Consumer<RiskFlag> flags) {
        boolean meal = tap.service() == Service.MEAL;
        if (!tap.approved() || tap.place() == null || tap.delivered() || !(meal || tap.service() == Service.TRANSIT)) {
            return;
        }
        while (!recent.isEmpty() && tap.secondsAfter(recent.getFirst()) > limits.mealTransitSeconds()) {
            recent.removeFirst();
        }
        recent.stream().filter(other -> other.service() != tap.service()).forEach(other -> compare(other, tap, flags));
        recent.addLast(tap);
    }

    private void compare(RiskTap other, RiskTap tap, Consumer<RiskFlag> flags) {
        long metres = tap.metresTo(other).orElse(0);
        if (metres >= limits.mealTransitMetres()) {
            long score = Math.min(MOST, AT_THE_LIMIT * metres / limits.mealTransitMetres());
            RiskFlag flag = RiskFlag.ofTwo(MEAL_AND_DISTANT_TRANSIT, score, tap, other);
            flag.evidence().with("metres", metres).with("limitMetres", limits.mealTransitMetres());
            flags.accept(flag);
        }
    }
}
