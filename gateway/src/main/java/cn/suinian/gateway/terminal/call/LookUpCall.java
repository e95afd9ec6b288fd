package cn.suinian.gateway.terminal.call;

import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.Query;
import cn.suinian.gateway.terminal.body.FieldValues;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;

/** GET /v1/taps/{terminalSeq}. */
public final class LookUpCall implements Call {

    private final Recognition recognition;

    public LookUpCall(Recognition recognition) {
        this.recognition = recognition;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Terminal terminal = exchange.authenticate(body);
        long seq = FieldValues.sequence("terminalSeq", exchange.variable());
        Query query = Query.of(exchange.request());
        LocalDate date = FieldValues.date("date", query.required("date"));
        Optional<CardNumber> card = FieldValues.card("cardNo", query.required("cardNo"));
        query.nothingElse();
        Future<Optional<StoredTap>> found = card.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : recognition.lookUp(terminal.id(), seq, date, card.get());
        return found.map(stored -> stored.map(tap ->
                        AnswerJson.of(tap.answer(), TapId.of(tap), tap.service(), tap.direction(), tap.amountFen()))
                .map(Reply::json)
                .orElseThrow(LookUpCall::neverSeen));
    }

    public static Refused neverSeen() {
        return new Refused(ProblemCode.TAP_NEVER_SEEN, "no tap with this number, date and card is stored");
    }
}
