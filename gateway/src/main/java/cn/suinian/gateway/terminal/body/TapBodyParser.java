package cn.suinian.gateway.terminal.body;

import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.FieldName;
import cn.suinian.gateway.http.body.JsonBody;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tap from a stream of tokens, strictly: every field known, none twice, each of its type and in its
 * range. The first thing that is wrong is named.
 */
public final class TapBodyParser {

    private final JsonParser parser;
    private final Fields fields = new Fields("");
    private @Nullable Long terminalSeq;
    private @Nullable Service service;
    private @Nullable String cardNo;
    private @Nullable Long cardCounter;
    private @Nullable Long amount;
    private @Nullable OffsetDateTime tappedAt;
    private @Nullable Long tac;
    private @Nullable Long denylistVersion;
    private ContextFields context = ContextFields.NONE;

    private record ContextFields(
            @Nullable String line,
            @Nullable String station,
            @Nullable Direction direction,
            @Nullable String vehicle,
            @Nullable Boolean delivery) {
        private static final ContextFields NONE = new ContextFields(null, null, null, null, null);
    }

    private TapBodyParser(JsonParser parser) {
        this.parser = parser;
    }

    /** The body of a request. */
    public static TapBody parse(byte[] body) {
        return JsonBody.read(body, TapBodyParser::read);
    }

    /** A tap whose first brace was just read; leaves the parser at its last. */
    public static TapBody read(JsonParser parser) throws IOException {
        TapBodyParser reader = new TapBodyParser(parser);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            reader.readField(name);
        }
        return reader.checked();
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "terminalSeq" -> terminalSeq = fields.number(parser, name, 0, 1, FieldValues.MAX_U32);
            case "service" -> service = fields.constant(parser, name, 1, Service.class);
            case "cardNo" -> cardNo = fields.text(parser, name, 2, CardNumber.LENGTH);
            case "cardCounter" -> cardCounter = fields.number(parser, name, 3, 1, FieldValues.MAX_U32);
            case "amount" -> amount = fields.number(parser, name, 4, 0, FieldValues.MAX_AMOUNT_FEN);
            case "tappedAt" -> tappedAt = FieldValues.wholeSecond(name, fields.text(parser, name, 5, 40));
            case "tac" -> tac = FieldValues.tac(name, fields.text(parser, name, 6, 16));
            case "denylistVersion" -> denylistVersion = fields.number(parser, name, 7, 0, FieldValues.MAX_VERSION);
            case "context" -> {
                fields.once(name, 8);
                context = readContext();
            }
            default -> throw fields.unknown(name);
        }
    }

    private ContextFields readContext() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Refused(ProblemCode.FIELD_MALFORMED, "context", "context must be an object");
        }
        Fields inner = new Fields("context.");
        String line = null;
        String station = null;
        Direction direction = null;
        String vehicle = null;
        Boolean delivery = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "line" -> line = inner.text(parser, name, 0, 32);
                case "station" -> station = inner.text(parser, name, 1, 64);
                case "direction" -> direction = inner.constant(parser, name, 2, Direction.class);
                case "vehicle" -> vehicle = inner.text(parser, name, 3, 32);
                case "delivery" -> delivery = inner.truth(parser, name, 4);
                default -> throw inner.unknown(name);
            }
        }
        return new ContextFields(line, station, direction, vehicle, delivery);
    }

    private TapBody checked() {
        Service asked = FieldValues.required("service", service);
        if (asked == Service.TRANSIT && context.direction == null) {
            throw FieldName.missing("context.direction");
        }
        long seq = FieldValues.required("terminalSeq", terminalSeq);
        Optional<CardNumber> card = FieldValues.card("cardNo", FieldValues.required("cardNo", cardNo));
        long counter = FieldValues.required("cardCounter", cardCounter);
        int fen = Math.toIntExact(FieldValues.required("amount", amount));
        requireSense(asked, fen);
        OffsetDateTime moment = FieldValues.required("tappedAt", tappedAt);
        long proof = FieldValues.required("tac", tac);
        LocalDateTime at = FieldValues.inShanghai("tappedAt", moment);
        Instant instant = moment.toInstant();
        Tap.Context where = new Tap.Context(
                context.direction,
                context.line,
                context.station,
                context.vehicle,
                denylistVersion,
                Boolean.TRUE.equals(context.delivery));
        return new TapBody(seq, asked, card, counter, fen, at, instant, proof, where);
    }

    /** What no reader would mean: the money comes with the exit, a check costs nothing, only meals are brought. */
    private void requireSense(Service asked, int fen) {
        if (asked == Service.TRANSIT && context.direction == Direction.ENTRY && fen != 0) {
            throw outOfRange("amount", "amount must be 0 for an ENTRY: the fare comes with the EXIT");
        }
        if (asked == Service.ALLOWANCE && fen != 0) {
            throw outOfRange("amount", "amount must be 0 for an identity check");
        }
        if (asked != Service.MEAL && context.delivery != null) {
            throw outOfRange("context.delivery", "only a MEAL can be delivered");
        }
    }

    private static Refused outOfRange(String name, String detail) {
        return new Refused(ProblemCode.FIELD_OUT_OF_RANGE, name, detail);
    }
}
