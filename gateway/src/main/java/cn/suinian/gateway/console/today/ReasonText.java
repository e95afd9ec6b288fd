package cn.suinian.gateway.console.today;

import cn.suinian.core.authorization.decision.DeclineReason;
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
            case CARD_UNKNOWN -> text(reason, "卡号未登记", "Card unknown", "系统没有发过此卡号。请查看是否损坏或外地卡。");
            case TAC_INVALID -> text(reason, "交易校验失败", "Proof wrong", "卡片校验码不对。若反复出现，请留下卡片并报修终端。");
            case COUNTER_REPLAYED -> text(reason, "卡片计数重复", "Card counter used before", "同一计数已被另一笔使用：重复报送，或卡片被复制。");
            case COUNTER_TOO_OLD -> text(reason, "卡片计数过旧", "Card counter too old", "比最新计数落后 64 以上；若属实，请人工补记。");
            case TAP_TOO_LATE -> text(reason, "补传超期", "Arrived too late", "超过允许的补传天数，请人工处理。");
            case CARD_NOT_ACTIVE -> text(reason, "卡未激活", "Card not active", "已发卡，尚未激活。请持卡人到网点激活。");
            case CARD_REPLACED -> text(reason, "已换新卡", "Card replaced", "本人已有新卡在用，请使用新卡。");
            case CARD_CANCELLED -> text(reason, "卡已注销", "Card cancelled", "已注销，没有换发新卡。");
            case CARD_LOST -> text(reason, "卡已挂失", "Card reported lost", "已挂失。持卡人可到任一网点解挂或补卡。");
            case CARD_EXPIRED -> text(reason, "卡已到期", "Card expired", "已过有效期，请到网点换卡。");
            case HOLDER_DECEASED -> text(reason, "持卡人登记为已故", "Holder recorded as deceased", "若登记有误，可到网点恢复。");
            case HOLDER_UNDER_AGE -> text(reason, "未满六十周岁", "Holder under 60", "刷卡当日持卡人未满六十周岁。");
            case BENEFIT_NOT_OFFERED -> text(reason, "服务未开通", "Benefit not offered", "当日此处没有该项服务的有效规则。");
            case NOT_ENTITLED -> text(reason, "不符合条件", "Not entitled", "有规则但此人不符合：年龄、户籍或类别。见该笔的说明。");
            case ATTESTATION_MISSING -> text(reason, "缺少有效证明", "Attestation missing", "规则要求的证明未收到或已过期。");
            case NOT_A_SERVICE_DAY -> text(reason, "非服务日", "Not a service day", "该项服务仅限工作日。");
            case OUTSIDE_SERVICE_HOURS -> text(reason, "非服务时间", "Outside service hours", "不在规定的服务时段内。");
            case MEAL_NOT_A_WORKDAY -> text(reason, "非助餐日", "Not a meal day", "助餐补贴仅限工作日午餐。");
            case MEAL_OUTSIDE_HOURS -> text(reason, "非助餐时间", "Outside lunch hours", "不在规定的午餐时段内。");
            case MEAL_TAKEN_TODAY -> text(reason, "今日已享午餐补贴", "Lunch already taken", "每天一次午餐补贴。");
            case MEAL_WEEK_LIMIT -> text(reason, "本周补贴已用完", "Week's lunches used up", "周一至周日最多五次午餐补贴。");
            case USED_TODAY -> text(reason, "今日次数已用完", "Used up today", "已达该规则每日上限。");
            case USED_THIS_WEEK -> text(reason, "本周次数已用完", "Used up this week", "已达该规则每周上限，周一恢复。");
            case USED_THIS_MONTH -> text(reason, "本月次数已用完", "Used up this month", "已达该规则每月上限，次月恢复。");
            case USED_THIS_YEAR -> text(reason, "今年次数已用完", "Used up this year", "已达该规则每年上限，次年恢复。");
            case VOUCHER_USED_UP -> text(reason, "服务券已用完", "Voucher used up", "本月额度已用完，次月一日恢复。");
        };
    }

    private static ReasonText text(DeclineReason reason, String zh, String en, String zhHint) {
        return new ReasonText(new Both(zh, en), new Both(zhHint, reason.staffHint()));
    }
}
