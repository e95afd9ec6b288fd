package cn.suinian.gateway.terminal.call;

import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.answers.ExplanationJson;
import cn.suinian.gateway.http.body.Query;
import cn.suinian.gateway.terminal.body.FieldValues;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import java.time.LocalDate;

/** GET /v1/taps/{terminalSeq}/explanation. */
public final class ExplanationCall implements Call {

    private final Recognition recognition;
    private final Explanations explanations;

    public ExplanationCall(Recognition recognition, Explanations explanations) {
        this.recognition = recognition;
        this.explanations = explanations;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Terminal terminal = exchange.authenticate(body);
        long seq = FieldValues.sequence("terminalSeq", exchange.variable());
        Query query = Query.of(exchange.request());
        LocalDate date = FieldValues.date("date", query.required("date"));
        CardNumber card = FieldValues.card("cardNo", query.required("cardNo")).orElseThrow(LookUpCall::neverSeen);
        query.nothingElse();
        return recognition
                .findCard(card)
                .map(ref -> ref.orElseThrow(LookUpCall::neverSeen))
                .compose(ref -> explanations.find(new TapKey(date, terminal.id(), seq, ref.holderId())))
                .map(found -> found.orElseThrow(LookUpCall::neverSeen))
                .map(explanation -> Reply.json(ExplanationJson.of(explanation.told())));
    }
}
