package cn.suinian.gateway.console.allowance.account;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A second person's decision that accounts are good, ready to print.
 *
 * @param consequence of agreeing
 * @param path of the request; what is done with it lies below
 * @param cancel where it leads back to
 * @param own whether the reader asked themselves
 * @param stands whether it still could be approved
 */
public record KeptDecision(
        FormView form,
        Words words,
        String consequence,
        Map<String, String> facts,
        String path,
        String cancel,
        ApprovalRequest request,
        boolean own,
        boolean stands) {

    /**
     * What differs between one account and many.
     *
     * @param over why nothing is left to agree to
     */
    public record Words(KeptText title, KeptText over, KeptText approve) {}

    public String say(KeptText phrase) {
        return form.frame().say(phrase);
    }

    /** Who asked and what shows it, as facts. */
    static Map<String, String> asked(Frame frame, ApprovalRequest request) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(KeptText.ASKED_BY), request.askedAs() + " · " + Figures.dateTime(request.askedAt()));
        facts.put(frame.say(KeptText.REASON), request.reason());
        return facts;
    }

    Answer page() {
        return Answer.page("allowance/keptdecide.jte", Map.of("view", this));
    }

    /** The request that the page showed. */
    static long request(Visit visit) {
        return Typed.wholeNumber(visit.typed().text("request"));
    }

    /** To the run that was asked about, saying what was done. */
    static Answer back(Visit visit, KeptText said) {
        return Answer.to(KeptView.run(NotThere.number(visit, "run")))
                .saying(Flash.done(visit.frame().say(said)));
    }
}
