package cn.suinian.gateway.console.allowance.account;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
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
}
