package cn.suinian.gateway.console.today;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.DeclineReason.StaffHint;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;
import java.util.Optional;

/** A decline reason in a few words, and what staff should know or do about it. */
public record ReasonText(Phrase title, Phrase hint) {

    private record Both(String zh, String en) implements Phrase {}

    /** For a stored number; a number this release has no reason for still gets a line. */
    public static ReasonText of(int number) {
        Optional<DeclineReason> known = Arrays.stream(DeclineReason.values())
                .filter(reason -> reason.number() == number)
                .findFirst();
        return known.map(ReasonText::of)
                .orElseGet(() -> new ReasonText(
                        new Both(
                                TodayText.OTHER_REASON.zh().formatted(number),
                                TodayText.OTHER_REASON.en().formatted(number)),
                        TodayText.OTHER_REASON_HINT));
    }

    private static ReasonText of(DeclineReason reason) {
        return switch (reason) {
            case CARD_UNKNOWN -> text(reason, "卡号未登记", "Card unknown");
            case TAC_INVALID -> text(reason, "交易校验失败", "Proof wrong");
            case COUNTER_REPLAYED -> text(reason, "卡片计数重复", "Card counter used before");
            case COUNTER_TOO_OLD -> text(reason, "卡片计数过旧", "Card counter too old");
            case TAP_TOO_LATE -> text(reason, "补传超期", "Arrived too late");
            case CARD_NOT_ACTIVE -> text(reason, "卡未激活", "Card not active");
            case CARD_REPLACED -> text(reason, "已换新卡", "Card replaced");
            case CARD_CANCELLED -> text(reason, "卡已注销", "Card cancelled");
            case CARD_LOST -> text(reason, "卡已挂失", "Card reported lost");
            case CARD_EXPIRED -> text(reason, "卡已到期", "Card expired");
            case HOLDER_DECEASED -> text(reason, "持卡人登记为已故", "Holder recorded as deceased");
            case HOLDER_UNDER_AGE -> text(reason, "未满六十周岁", "Holder under 60");
            case BENEFIT_NOT_OFFERED -> text(reason, "服务未开通", "Benefit not offered");
            case NOT_ENTITLED -> text(reason, "不符合条件", "Not entitled");
            case ATTESTATION_MISSING -> text(reason, "缺少有效证明", "Attestation missing");
            case NOT_A_SERVICE_DAY -> text(reason, "非服务日", "Not a service day");
            case OUTSIDE_SERVICE_HOURS -> text(reason, "非服务时间", "Outside service hours");
            case MEAL_NOT_A_WORKDAY -> text(reason, "非助餐日", "Not a meal day");
            case MEAL_OUTSIDE_HOURS -> text(reason, "非助餐时间", "Outside lunch hours");
            case MEAL_TAKEN_TODAY -> text(reason, "今日已享午餐补贴", "Lunch already taken");
            case MEAL_WEEK_LIMIT -> text(reason, "本周补贴已用完", "Week's lunches used up");
            case USED_TODAY -> text(reason, "今日次数已用完", "Used up today");
            case USED_THIS_WEEK -> text(reason, "本周次数已用完", "Used up this week");
            case USED_THIS_MONTH -> text(reason, "本月次数已用完", "Used up this month");
            case USED_THIS_YEAR -> text(reason, "今年次数已用完", "Used up this year");
            case VOUCHER_USED_UP -> text(reason, "服务券已用完", "Voucher used up");
        };
    }

    private static ReasonText text(DeclineReason reason, String zh, String en) {
        StaffHint hint = reason.staffHint();
        return new ReasonText(new Both(zh, en), new Both(hint.zh(), hint.en()));
    }
}
