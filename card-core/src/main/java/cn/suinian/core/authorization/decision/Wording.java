package cn.suinian.core.authorization.decision;

import cn.suinian.core.money.Fen;
import cn.suinian.core.terminal.Service;

/** The line a reader shows: short, plain, and the same whenever the same tap is asked about again. */
public record Wording(String zh, String en, Cue cue) {

    /** The line and the cue for an answer. */
    public static Wording of(Answer answer, Service service, int amountFen) {
        DeclineReason reason = answer.reason();
        if (reason != null) {
            return new Wording(reason.zh(), reason.en(), reason.cue());
        }
        return switch (service) {
            case TRANSIT -> transit(amountFen - answer.subsidyFen());
            case MEAL -> meal(answer, amountFen);
            case ALLOWANCE, VENUE, VOUCHER -> new Wording("您好", "Welcome", Cue.PASS);
        };
    }

    private static Wording transit(int selfPayFen) {
        if (selfPayFen == 0) {
            return new Wording("您好，请通行", "Welcome aboard", Cue.PASS);
        }
        String pay = Fen.spoken(selfPayFen);
        return new Wording("您好，本次自付 " + pay + " 元", "Welcome aboard. You pay " + pay + " yuan.", Cue.PAY);
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
}
