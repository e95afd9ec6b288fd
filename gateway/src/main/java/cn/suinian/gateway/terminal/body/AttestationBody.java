package cn.suinian.gateway.terminal.body;

import cn.suinian.core.card.CardNumber;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attestation as an authority sends it, well-formed.
 *
 * @param card empty for a card of another issuer
 * @param statedAt when the authority said so
 */
public record AttestationBody(
        Optional<CardNumber> card, String kind, Instant from, Instant until, String source, Instant statedAt) {

    private static final int LONGEST_KIND = 32;
    private static final int LONGEST_TIME = 40;
    private static final int LONGEST_SOURCE = 64;

    public static AttestationBody read(JsonParser parser) throws IOException {
        Fields fields = new Fields("");
        String cardNo = null;
        String kind = null;
        OffsetDateTime from = null;
        OffsetDateTime until = null;
        String source = null;
        OffsetDateTime stated = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "cardNo" -> cardNo = fields.text(parser, name, 0, CardNumber.LENGTH);
                case "kind" -> kind = fields.text(parser, name, 1, LONGEST_KIND);
                case "validFrom" -> from = moment(name, fields.text(parser, name, 2, LONGEST_TIME));
                case "validUntil" -> until = moment(name, fields.text(parser, name, 3, LONGEST_TIME));
                case "source" -> source = fields.text(parser, name, 4, LONGEST_SOURCE);
                case "statedAt" -> stated = moment(name, fields.text(parser, name, 5, LONGEST_TIME));
                default -> throw fields.unknown(name);
            }
        }
        return new AttestationBody(
                        FieldValues.card("cardNo", FieldValues.required("cardNo", cardNo)),
                        FieldValues.required("kind", kind),
                        FieldValues.required("validFrom", from).toInstant(),
                        FieldValues.required("validUntil", until).toInstant(),
                        named(source),
                        FieldValues.required("statedAt", stated).toInstant())
                .inOrder();
    }

    private static OffsetDateTime moment(String name, String text) {
        OffsetDateTime moment = FieldValues.wholeSecond(name, text);
        FieldValues.inShanghai(name, moment);
        return moment;
    }

    private static String named(@Nullable String source) {
        String given = FieldValues.required("source", source);
        if (given.isBlank()) {
            throw new Refused(ProblemCode.FIELD_MALFORMED, "source", "source must say who attests this");
        }
        return given;
    }

    private AttestationBody inOrder() {
        if (!until.isAfter(from)) {
            throw new Refused(ProblemCode.FIELD_OUT_OF_RANGE, "validUntil", "validUntil must be later than validFrom");
        }
        return this;
    }
}
