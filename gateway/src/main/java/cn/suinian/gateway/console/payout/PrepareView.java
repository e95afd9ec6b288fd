package cn.suinian.gateway.console.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.settlement.payout.policy.Plan;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The question whether to prepare a batch, ready to print. */
public record PrepareView(FormView form, Payer payer, LocalDate throughDay, Plan plan) {

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** What the reader has seen: it is no longer so when this differs. */
    public String seen() {
        return seen(plan);
    }

    static String seen(Plan plan) {
        return plan.payments().size() + "-" + plan.totalFen() + "-"
                + plan.withheld().size();
    }

    public String payerCode() {
        return Integer.toString(payer.code());
    }

    public String back() {
        return new Address("/payouts/due")
                .with("payer", payer.code())
                .with("throughDay", throughDay)
                .toString();
    }

    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(WordText.PAYER), PayoutWords.of(payer, frame().language()));
        facts.put(say(PayoutText.THROUGH), throughDay.toString());
        facts.put(say(PayoutText.PAYMENTS), Figures.count(plan.payments().size()));
        facts.put(say(WordText.TOTAL), say(WordText.YUAN, Figures.yuan(plan.totalFen())));
        facts.put(say(PayoutText.WITHHELD_COUNT), Figures.count(plan.withheld().size()));
        return facts;
    }
}
