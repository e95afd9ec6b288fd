package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.FlagKind.TERMINAL_BURST;

import cn.suinian.core.terminal.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** More subsidised meals of different holders at one terminal than it can serve: a stack of cards at a till. */
final class MealBurst implements TrailPolicy {

    private static final int AT_THE_LIMIT = 50;
    private static final int MOST = 95;

    private final RiskLimits limits;
    private final Deque<RiskTap> window = new ArrayDeque<>();
    private final Map<Long, Integer> holders = new HashMap<>();
    private final Doubling doubling;

    MealBurst(RiskLimits limits) {
        this.limits = limits;
        this.doubling = new Doubling(limits.burstMeals());
    }

    @Override
    public void next(RiskTap tap, Consumer<RiskFlag> flags) {
        if (!tap.approved() || tap.service() != Service.MEAL || tap.subsidyFen() == 0) {
            return;
        }
        while (!window.isEmpty() && tap.secondsAfter(window.getFirst()) >= limits.burstSeconds()) {
            holders.computeIfPresent(
                    window.removeFirst().key().holderId(), (holder, taps) -> taps == 1 ? null : taps - 1);
        }
        window.addLast(tap);
        holders.merge(tap.key().holderId(), 1, Integer::sum);
        int count = holders.size();
        if (doubling.reachedBy(count)) {
            long score = Math.min(MOST, AT_THE_LIMIT * (long) count / limits.burstMeals());
            RiskFlag flag = RiskFlag.ofTwo(TERMINAL_BURST, score, tap, window.getFirst());
            flag.evidence().with("how", "MEALS").with("cards", count).with("limitSeconds", limits.burstSeconds());
            flags.accept(flag);
        }
    }
}
