package cn.suinian.core.authorization.decision;

import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.money.Fen;
import org.jspecify.annotations.Nullable;

/**
 * The line a till shows when somebody asks what a card would get. As plain and as silent about the person as the line
 * after a tap; where a tap would be declined it is the very line of that decline.
 */
public record PreviewWording(String zh, String en) {

    private static final int WHOLE = 100;

    /** The line for one service. */
    public static PreviewWording of(Preview preview) {
        DeclineReason refused = preview.refused();
        if (refused != null) {
            return new PreviewWording(refused.zh(), refused.en());
        }
        BenefitRule rule = preview.rule();
        return switch (preview.service()) {
            case TRANSIT -> paid(rule, "乘车免费", "Rides are free.");
            case MEAL -> meal(rule);
            case ALLOWANCE -> new PreviewWording("可在此核验", "The check can be made here.");
            case VENUE -> paid(rule, "可以入场", "Entry is free.");
            case VOUCHER -> voucher(preview, rule);
        };
    }

    private static PreviewWording paid(@Nullable BenefitRule rule, String zh, String en) {
        Integer cap = rule == null ? Integer.valueOf(0) : rule.howMuch().capFen();
        if (rule != null && cap == null && rule.howMuch().percent() == WHOLE) {
            return new PreviewWording(zh, en);
        }
        int percent = rule == null ? 0 : rule.howMuch().percent();
        if (cap == null) {
            return new PreviewWording("优惠 " + percent + "%", percent + " percent off.");
        }
        return cap == 0
                ? new PreviewWording("可以使用", "The card can be used here.")
                : new PreviewWording("最多优惠 " + Fen.spoken(cap) + " 元", "Up to " + Fen.spoken(cap) + " yuan off.");
    }

    private static PreviewWording meal(@Nullable BenefitRule rule) {
        if (rule == null) {
            return new PreviewWording("本餐按原价", "This meal is at its own price.");
        }
        Integer cap = rule.howMuch().capFen();
        return cap == null
                ? new PreviewWording("本餐有补贴", "This meal is subsidised.")
                : new PreviewWording(
                        "本餐最多补贴 " + Fen.spoken(cap) + " 元",
                        "The subsidy for this meal is up to " + Fen.spoken(cap) + " yuan.");
    }

    private static PreviewWording voucher(Preview preview, @Nullable BenefitRule rule) {
        int percent = rule == null ? 0 : rule.howMuch().percent();
        Integer balance = preview.balanceLeft();
        String left = Fen.spoken(balance == null ? 0 : balance);
        return new PreviewWording(
                "服务券支付 " + percent + "%，本月剩余 " + left + " 元",
                "The voucher pays " + percent + " percent. " + left + " yuan left this month.");
    }
}
