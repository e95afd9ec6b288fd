package cn.suinian.gateway.console.payout.bank;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.settlement.payout.disproof.Disproof;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * That a payment never came back, ready to print for whoever decides.
 *
 * @param rejection the same form again, for the other answer
 * @param about what the payment is
 */
public record DisproofView(FormView form, FormView rejection, Disproof asked, Map<String, String> about, boolean own) {

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String title() {
        return say(BankText.DISPROOF, asked.paymentNo());
    }

    public String path() {
        return DisproofPages.path(asked.paymentNo());
    }

    public boolean decides() {
        return !own && frame().visitor().may(Permission.PAYOUT_APPROVE);
    }

    public String whyNot() {
        return say(own ? WordText.OWN : WordText.NO_RIGHT);
    }

    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(about);
        facts.put(say(WordText.ASKED_BY), asked.askedAs() + " · " + Figures.dateTime(asked.askedAt()));
        facts.put(say(WordText.WHY), asked.reason());
        facts.put(say(BankText.EVIDENCE), asked.evidence());
        return facts;
    }
}
