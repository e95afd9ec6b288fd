package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a break's timeline tells beside its steps: why a comparison opened it again, and which rule closed it. A break
 * whose money was adjusted and whose cause then went is open the other way round: what stands on either side is the
 * adjustment.
 */
final class BreakPast {
    private static final String BY_RULE = "RESOLVED_BY_RULE";

    private final List<BreakEvent> steps;

    BreakPast(List<BreakEvent> timeline) {
        this.steps = timeline.stream()
                .sorted(Comparator.comparingInt(BreakEvent::version))
                .toList();
    }

    /** What the journal gave the vendor with its adjustments, in fen; below zero: it took that much back. */
    long adjustedFen() {
        return adjustedThrough(Integer.MAX_VALUE);
    }

    /** Whether it is open only because of its adjustment, which is then to be taken back. */
    boolean turnsRound(Break it) {
        return it.status().isOpen() && onlyAdjusted(adjustedFen(), it.money().difference());
    }

    /** What to say of a step that opened it again. */
    BreakText opened(BreakEvent step) {
        if (onlyAdjusted(adjustedThrough(step.version()), step.theirsFen() - step.oursFen())) {
            return BreakText.REOPENED_ROUND_STEP;
        }
        return switch (before(step.version()).map(BreakEvent::status).orElse(step.status())) {
            case HEALED -> BreakText.REOPENED_STEP;
            case LINKED -> BreakText.REOPENED_UNLINKED_STEP;
            case OPEN, ASKED, ACCEPTED, ADJUSTED, REJECTED -> BreakText.REOPENED_MONEY_STEP;
        };
    }

    /** The rule that did this step; 0: none, or it was opened again since, for a break keeps the last one only. */
    int rule(Break it, BreakEvent step) {
        boolean last = steps.stream()
                .noneMatch(each -> each.version() > step.version() && each.act().equals(BY_RULE));
        return step.act().equals(BY_RULE) && last ? it.closedByRule().orElse(0) : 0;
    }

    private static boolean onlyAdjusted(long adjustedFen, long differenceFen) {
        return adjustedFen != 0 && differenceFen == -adjustedFen;
    }

    private long adjustedThrough(int version) {
        long adjusted = 0;
        for (int i = 1; i < steps.size() && steps.get(i).version() <= version; i++) {
            if (steps.get(i).act().equals("ADJUSTED")) {
                adjusted += steps.get(i).oursFen() - steps.get(i - 1).oursFen();
            }
        }
        return adjusted;
    }

    private Optional<BreakEvent> before(int version) {
        return steps.stream().filter(step -> step.version() < version).reduce((one, later) -> later);
    }
}
