package cn.suinian.settlement.risk.policy;

import cn.suinian.core.authorization.decision.TapKey;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Many trails one after the other: takes taps sorted by whose trail they are on and by their time, and gives each trail
 * policies of its own.
 */
public final class Trails implements Consumer<RiskTap> {

    private final ToLongFunction<TapKey> owner;
    private final Supplier<List<TrailPolicy>> policies;
    private final Consumer<RiskFlag> flags;
    private List<TrailPolicy> walking = List.of();
    private long walker;
    private @Nullable RiskTap last;

    private Trails(ToLongFunction<TapKey> owner, Supplier<List<TrailPolicy>> policies, Consumer<RiskFlag> flags) {
        this.owner = owner;
        this.policies = policies;
        this.flags = flags;
    }

    /**
     * Trails of holders; taps come sorted by holder and time.
     *
     * @param from nothing is said about taps before this: they are only the run-up
     */
    public static Trails ofHolders(RiskLimits limits, Instant from, Consumer<RiskFlag> flags) {
        return new Trails(
                TapKey::holderId,
                () -> List.of(
                        new Travel(limits),
                        new MealAndTransit(limits),
                        new Journeys(limits),
                        new Stopped(),
                        new Replays(limits)),
                since(from, flags));
    }

    /** Trails of holders who died, each from the day after; taps come sorted by holder and time. */
    public static Trails ofTheDead(Consumer<RiskFlag> flags) {
        return new Trails(TapKey::holderId, () -> List.of(new Stopped()), flags);
    }

    /**
     * Trails of terminals; taps come sorted by terminal and time.
     *
     * @param from nothing is said about taps before this: they are only the run-up
     */
    public static Trails ofTerminals(RiskLimits limits, Instant from, Consumer<RiskFlag> flags) {
        return new Trails(
                TapKey::terminalId, () -> List.of(new MealBurst(limits), new SerialRun(limits)), since(from, flags));
    }

    private static Consumer<RiskFlag> since(Instant from, Consumer<RiskFlag> flags) {
        return flag -> {
            if (!flag.tap().tappedAt().isBefore(from)) {
                flags.accept(flag);
            }
        };
    }

    /**
     * The next tap.
     *
     * @throws IllegalArgumentException when it was made before the one that came before it on its trail
     */
    @Override
    public void accept(RiskTap tap) {
        long whose = owner.applyAsLong(tap.key());
        if (last == null || whose != walker) {
            walking = policies.get();
            walker = whose;
        } else if (tap.tappedAt().isBefore(last.tappedAt())) {
            throw new IllegalArgumentException("taps out of order");
        }
        last = tap;
        for (TrailPolicy policy : walking) {
            policy.next(tap, flags);
        }
    }
}
