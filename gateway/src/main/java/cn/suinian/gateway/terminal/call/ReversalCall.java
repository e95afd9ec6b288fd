package cn.suinian.gateway.terminal.call;

import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.answers.ReversalJson;
import cn.suinian.gateway.http.body.JsonBody;
import cn.suinian.gateway.terminal.body.FieldValues;
import cn.suinian.gateway.terminal.body.Fields;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * POST /v1/taps/{terminalSeq}/reversal. What it answers is read back from the database and never made from the request,
 * so whoever asks again hears of the first reversal.
 */
public final class ReversalCall implements Call {

    private final Recognition recognition;
    private final Clock clock;

    public record Body(LocalDate date, Optional<CardNumber> card, Reversal.Cause cause) {}

    public ReversalCall(Recognition recognition, Clock clock) {
        this.recognition = recognition;
        this.clock = clock;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Terminal terminal = exchange.authenticate(body);
        exchange.requireJson();
        long seq = FieldValues.sequence("terminalSeq", exchange.variable());
        Body asked = parse(body);
        CardNumber card = asked.card.orElseThrow(LookUpCall::neverSeen);
        // What a database keeps of a moment; finer would be rounded there.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return recognition
                .reverse(terminal.id(), seq, asked.date, card, asked.cause, now)
                .compose(undone -> recognition.lookUp(terminal.id(), seq, asked.date, card))
                .map(stored -> Reply.json(ReversalJson.of(stored.orElseThrow())));
    }

    public static Body parse(byte[] body) {
        return JsonBody.read(body, ReversalCall::read);
    }

    private static Body read(JsonParser parser) throws IOException {
        Fields fields = new Fields("");
        String date = null;
        String cardNo = null;
        Reversal.Cause cause = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "date" -> date = fields.text(parser, name, 0, 10);
                case "cardNo" -> cardNo = fields.text(parser, name, 1, CardNumber.LENGTH);
                case "reason" -> cause = fields.constant(parser, name, 2, Reversal.Cause.class);
                default -> throw fields.unknown(name);
            }
        }
        return checked(date, cardNo, cause);
    }

    private static Body checked(@Nullable String date, @Nullable String cardNo, Reversal.@Nullable Cause cause) {
        return new Body(
                FieldValues.date("date", FieldValues.required("date", date)),
                FieldValues.card("cardNo", FieldValues.required("cardNo", cardNo)),
                FieldValues.required("reason", cause));
    }
}
