package cn.suinian.gateway.answers;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.DeclineReason.StaffHint;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.explanation.Explanation.Judgement;
import cn.suinian.core.authorization.explanation.Explanation.Rule;
import cn.suinian.core.authorization.explanation.Explanation.Told;
import cn.suinian.core.authorization.explanation.Explanation.Window;
import cn.suinian.core.authorization.explanation.UsedUp;
import org.jspecify.annotations.Nullable;

/** How a tap was decided, as a terminal may know it. It is given no part of an explanation that is for staff only. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** The terminal's part of an explanation. */
    public static String of(Told told) {
        DeclineReason reason = told.answer().reason();
        return new Json()
                .text("tapId", told.tapId())
                .text("service", told.service())
                .text("outcome", told.answer().approved() ? "APPROVED" : "DECLINED")
                .text("reason", reason)
                .raw("hint", reason == null ? null : hint(reason.staffHint()))
                .value("amount", told.amountFen())
                .value("subsidy", told.answer().subsidyFen())
                .raw("rule", rule(told.rule()))
                .raw("limits", limits(told.used()))
                .raw("facts", facts(told.judgement()))
                .value("denylistVersion", told.denylistVersion())
                .text("businessDay", told.settleDate())
                .moment("tappedAt", told.tappedAt())
                .moment("receivedAt", told.receivedAt())
                .raw("reversal", reversal(told.reversal()))
                .toString();
    }

    private static String hint(StaffHint hint) {
        return Json.lines(hint.zh(), hint.en());
    }

    private static @Nullable String rule(@Nullable Rule rule) {
        return rule == null
                ? null
                : new Json()
                        .value("id", rule.id())
                        .text("benefit", rule.benefit().code())
                        .text("district", rule.district())
                        .text("validFrom", rule.validFrom())
                        .raw("window", window(rule.window()))
                        .text("basis", rule.basis())
                        .toString();
    }

    private static @Nullable String window(@Nullable Window window) {
        return window == null
                ? null
                : new Json().text("from", window.from()).text("to", window.to()).toString();
    }

    private static @Nullable String limits(@Nullable UsedUp used) {
        return used == null
                ? null
                : new Json()
                        .text("unit", used.unit())
                        .value("before", used.before())
                        .value("after", used.after())
                        .value("limit", used.limit())
                        .toString();
    }

    private static @Nullable String facts(@Nullable Judgement judgement) {
        return judgement == null
                ? null
                : new Json()
                        .text("card", judgement.card())
                        .text("judged", judgement.judged())
                        .value("goodFaith", judgement.goodFaith())
                        .toString();
    }

    private static @Nullable String reversal(@Nullable Reversal reversal) {
        return reversal == null
                ? null
                : new Json()
                        .text("reason", reversal.cause())
                        .moment("reversedAt", reversal.receivedAt())
                        .value("balanceLeft", reversal.balanceLeft())
                        .toString();
    }
}
