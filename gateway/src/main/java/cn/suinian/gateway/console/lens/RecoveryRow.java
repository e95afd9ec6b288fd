package cn.suinian.gateway.console.lens;

import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.lens.recovery.Recovery;
import org.jspecify.annotations.Nullable;

/** Money that was asked back, as a row. */
public record RecoveryRow(
        String title,
        String path,
        String money,
        String state,
        String reason,
        String asked,
        String askedAt,
        @Nullable String decided,
        @Nullable String decidedAt) {

    static RecoveryRow of(Recovery each, Frame frame) {
        return new RecoveryRow(
                frame.say(LensText.RECOVERY_NO, each.requestNo()),
                "/lens/recoveries/" + each.requestNo(),
                Figures.yuan(each.totalFen()),
                frame.say(state(each.outcome())),
                each.reason(),
                each.askedAs(),
                Figures.dateTime(each.askedAt()),
                each.decidedAs(),
                each.decidedAt() == null ? null : Figures.dateTime(each.decidedAt()));
    }

    static LensText state(@Nullable Outcome outcome) {
        if (outcome == null) {
            return LensText.PENDING;
        }
        return switch (outcome) {
            case APPROVED -> LensText.AGREED;
            case REJECTED -> LensText.REFUSED;
            case WITHDRAWN -> LensText.REQUEST_TAKEN_BACK;
        };
    }
}
