package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.FlagKind.OVERLAPPING_JOURNEYS;

import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.terminal.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A holder in two journeys at once. An entry elsewhere while an earlier journey is open may be an exit that was never
 * registered, and scores low; when both journeys then end, or a bus was boarded in the middle of one, two people had
 * the card.
 */
final class Journeys implements TrailPolicy {

    private static final int STILL_OPEN = 40;
    private static final int BUS_IN_BETWEEN = 70;
    private static final int BOTH_ENDED = 80;

    private final RiskLimits limits;
    private final List<Open> open = new ArrayList<>();

    /**
     * A journey that was entered and not left.
     *
     * @param met a tap that cannot have been made within it
     * @param told whether another entry was said to lie within it: one exit that was not registered is told once
     */
    private record Open(RiskTap entry, @Nullable RiskTap met, boolean told) {

        Open meeting(RiskTap tap) {
            return new Open(entry, tap, told);
        }

        Open asTold() {
            return new Open(entry, met, true);
        }
    }

    Journeys(RiskLimits limits) {
        this.limits = limits;
    }

    @Override
    public void next(RiskTap tap, Consumer<RiskFlag> flags) {
        Direction direction = tap.direction();
        if (!tap.approved() || tap.service() != Service.TRANSIT || direction == null) {
            return;
        }
        open.removeIf(journey -> tap.secondsAfter(journey.entry()) > limits.journeyMinutes() * 60L);
        switch (direction) {
            case ENTRY -> enter(tap, flags);
            case EXIT -> leave(tap, flags);
            case BOARD -> open.replaceAll(journey -> journey.meeting(tap));
        }
    }

    private void enter(RiskTap entry, Consumer<RiskFlag> flags) {
        open.removeIf(journey -> !elsewhere(journey.entry(), entry));
        open.stream()
                .filter(journey -> !journey.told())
                .forEach(journey -> flag(STILL_OPEN, entry, journey.entry(), "STILL_OPEN", flags));
        open.replaceAll(Open::asTold);
        open.add(new Open(entry, null, false));
    }

    /** Ends the journey begun last; one that is still open then was open beside it. */
    private void leave(RiskTap exit, Consumer<RiskFlag> flags) {
        if (open.isEmpty()) {
            return;
        }
        RiskTap met = open.remove(open.size() - 1).met();
        if (met != null) {
            boolean bus = met.direction() == Direction.BOARD;
            flag(bus ? BUS_IN_BETWEEN : BOTH_ENDED, exit, met, bus ? "BUS_IN_BETWEEN" : "BOTH_ENDED", flags);
        }
        open.replaceAll(journey -> journey.meeting(exit));
    }

    private static void flag(int score, RiskTap tap, RiskTap other, String how, Consumer<RiskFlag> flags) {
        RiskFlag flag = RiskFlag.ofTwo(OVERLAPPING_JOURNEYS, score, tap, other);
        flag.evidence().with("how", how);
        tap.metresTo(other).ifPresent(metres -> flag.evidence().with("metres", metres));
        flags.accept(flag);
    }

    /** A gate that did not open is tried again next to it: that is the same journey. */
    private boolean elsewhere(RiskTap one, RiskTap other) {
        if (one.place() != null && other.place() != null) {
            return one.place().metresTo(other.place()) >= limits.travelMetres();
        }
        return one.station() != null
                && other.station() != null
                && !one.station().equals(other.station());
    }
}
