package cn.suinian.load.audit;

import cn.suinian.load.plan.Deed;
import cn.suinian.load.plan.Step;
import cn.suinian.load.terminal.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one step of the plan.
 *
 * @param answer null when the status was not 200
 * @param differences from what the reference expects, in words
 * @param unlikeBefore how the reply differs from an earlier reply to the same bytes, in words
 */
public record Observed(
        Step step, int status, @Nullable Answer answer, List<String> differences, List<String> unlikeBefore) {

    /** Whether the gateway acknowledged a tap that must now be in the books. */
    public boolean isAcknowledged() {
        return answer != null
                && step.deed() != Deed.REVERSE
                && !"CARD_UNKNOWN".equals(answer.reason())
                && !"TAC_INVALID".equals(answer.reason());
    }
}
