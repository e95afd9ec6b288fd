package cn.suinian.gateway.terminal.call;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.Wording;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.http.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a tap as JSON. It is made only from what is stored with the tap, and what a terminal repeats when it
 * sends the tap again, so asking again gives the same bytes.
 */
public final class AnswerJson {

    private AnswerJson() {}

    /**
     * The answer as a terminal reads it.
     *
     * @param id what the tap is called
     * @param direction of a transit tap; null: it has none
     */
    public static String of(Answer answer, TapId id, Service service, @Nullable Direction direction, int amount) {
        DeclineReason reason = answer.reason();
        Grant grant = answer.grant();
        Journey journey = answer.journey();
        Wording wording = Wording.of(answer, service, direction, amount, id.tapDate());
        int selfPay = answer.approved() ? amount - answer.subsidyFen() : 0;
        StringBuilder json = new StringBuilder(360);
        json.append("{\"tapId\":\"").append(id);
        json.append("\",\"outcome\":\"").append(answer.approved() ? "APPROVED" : "DECLINED");
        json.append("\",\"reason\":").append(quoted(reason == null ? null : reason.name()));
        json.append(",\"subsidy\":").append(answer.subsidyFen());
        json.append(",\"selfPay\":").append(selfPay);
        json.append(",\"benefit\":").append(quoted(grant == null ? null : grant.benefit()));
        json.append(",\"balanceLeft\":").append(answer.balanceLeft());
        json.append(",\"journey\":")
                .append(quoted(journey == null ? null : journey.outcome().name()));
        json.append(",\"display\":{\"zh\":").append(quoted(wording.zh()));
        json.append(",\"en\":").append(quoted(wording.en()));
        json.append("},\"cue\":\"").append(wording.cue().name()).append("\"}");
        return json.toString();
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : '"' + JsonText.escaped(text) + '"';
    }
}
