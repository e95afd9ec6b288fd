package cn.suinian.core.authorization.decision;

import cn.suinian.core.entitlement.policy.QualificationCheck;
import cn.suinian.core.money.Fen;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The line a reader shows: short, plain, and the same whenever the same tap is asked about again. */
public record Wording(String zh, String en, Cue cue) {

    /**
     * The line and the cue for an answer.
     *
     * @param direction of a transit tap; null: it has none
     * @param day of the tap
     */
    public static Wording of(
            Answer answer, Service service, @Nullable Direction direction, int amountFen, LocalDate day) {
        DeclineReason reason = answer.reason();
        if (reason != null) {
            return new Wording(reason.zh(), reason.en(), reason.cue());
        }
        return switch (service) {
            case TRANSIT -> transit(direction, amountFen - answer.subsidyFen());
            case MEAL -> meal(answer, amountFen);
            case ALLOWANCE -> checked(QualificationCheck.validUntil(day));
            case VENUE -> visit(amountFen - answer.subsidyFen());
            case VOUCHER -> voucher(answer, amountFen);
        };
    }

    private static Wording transit(@Nullable Direction direction, int selfPayFen) {
        if (direction == null) {
            return ride("您好，请通行", "Welcome", selfPayFen);
        }
        return switch (direction) {
            case ENTRY -> ride("您好，请进站", "Welcome, please go in", selfPayFen);
            case EXIT -> ride("请出站，慢走", "Goodbye, take care", selfPayFen);
            case BOARD -> ride("您好，请上车", "Welcome aboard", selfPayFen);
        };
    }

    private static Wording ride(String zh, String en, int selfPayFen) {
        if (selfPayFen == 0) {
            return new Wording(zh, en, Cue.PASS);
        }
        String pay = Fen.spoken(selfPayFen);
        return new Wording(zh + "，本次自付 " + pay + " 元", en + ". You pay " + pay + " yuan.", Cue.PAY);
    }

    private static Wording meal(Answer answer, int amountFen) {
        int selfPay = amountFen - answer.subsidyFen();
        Cue cue = selfPay > 0 ? Cue.PAY : Cue.PASS;
        String pay = Fen.spoken(selfPay);
        if (answer.subsidyFen() == 0) {
            return new Wording("本餐 " + pay + " 元，请慢用", "This meal is " + pay + " yuan. Enjoy it.", cue);
        }
        String subsidy = Fen.spoken(answer.subsidyFen());
        return new Wording(
                "补贴 " + subsidy + " 元，自付 " + pay + " 元，请慢用",
                "Subsidy " + subsidy + " yuan, you pay " + pay + " yuan. Enjoy your meal.",
                cue);
    }

    private static Wording checked(LocalDate until) {
        return new Wording(
                "核验成功，下次核验请在 " + until.getYear() + " 年 " + until.getMonthValue() + " 月",
                "Checked. The next check is due in " + until.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + " " + until.getYear() + ".",
                Cue.PASS);
    }

    private static Wording visit(int selfPayFen) {
        if (selfPayFen == 0) {
            return new Wording("您好，请进", "Welcome, please come in", Cue.PASS);
        }
        String pay = Fen.spoken(selfPayFen);
        return new Wording("您好，本次自付 " + pay + " 元", "Welcome. You pay " + pay + " yuan.", Cue.PAY);
    }

    private static Wording voucher(Answer answer, int amountFen) {
        int selfPay = amountFen - answer.subsidyFen();
        String paid = Fen.spoken(answer.subsidyFen());
        String pay = Fen.spoken(selfPay);
        String left = Fen.spoken(answer.balanceLeft() == null ? 0 : answer.balanceLeft());
        return new Wording(
                "服务券支付 " + paid + " 元，自付 " + pay + " 元，本月剩余 " + left + " 元",
                "Voucher pays " + paid + " yuan, you pay " + pay + " yuan. " + left + " yuan left this month.",
                selfPay > 0 ? Cue.PAY : Cue.PASS);
    }
}
