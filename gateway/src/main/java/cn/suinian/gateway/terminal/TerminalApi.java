package cn.suinian.gateway.terminal;

import cn.suinian.core.authorization.PresentedTap;
import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.authorization.StoredTap;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a terminal may ask: authorise a tap, and what became of one. */
final class TerminalApi {

    private static final Pattern JSON = Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Logger LOG = LoggerFactory.getLogger(TerminalApi.class);

    private final Recognition recognition;
    private final Clock clock;
    private final Duration tolerance;
    private final TapMeters meters;

    TerminalApi(Recognition recognition, Clock clock, Duration tolerance, TapMeters meters) {
        this.recognition = recognition;
        this.clock = clock;
        this.tolerance = tolerance;
        this.meters = meters;
    }

    /** POST /v1/taps. */
    Future<String> tap(Exchange exchange, byte[] bytes) {
        long started = System.nanoTime();
        Terminal terminal = exchange.authenticate(bytes);
        requireJson(exchange.request().getHeader("Content-Type"));
        TapBody body = TapBodyParser.parse(bytes);
        if (!terminal.offers(body.service())) {
            throw new Refused(
                    ProblemCode.SERVICE_NOT_OFFERED, "service", "this terminal is not registered for this service");
        }
        Instant receivedAt = clock.instant();
        if (body.tappedAt().isAfter(receivedAt.plus(tolerance))) {
            throw new Refused(
                    ProblemCode.TAPPED_IN_FUTURE, "tappedAt", "tappedAt is ahead of our time; the Date header has it");
        }
        return authorize(terminal, body, receivedAt).map(answer -> {
            meters.answered(body.service(), answer, System.nanoTime() - started);
            log(terminal, body, answer);
            return AnswerJson.of(
                    answer,
                    body.at().toLocalDate(),
                    terminal.id(),
                    body.terminalSeq(),
                    body.tac(),
                    body.service(),
                    body.amountFen());
        });
    }

    /** GET /v1/taps/{terminalSeq}. */
    Future<String> lookUp(Exchange exchange, String terminalSeq) {
        Terminal terminal = exchange.authenticate(new byte[0]);
        long seq = FieldValues.sequence("terminalSeq", terminalSeq);
        MultiMap query = query(exchange);
        LocalDate date = FieldValues.date("date", only(query, "date"));
        Optional<CardNumber> card = FieldValues.card("cardNo", only(query, "cardNo"));
        for (String name : query.names()) {
            if (!name.equals("date") && !name.equals("cardNo")) {
                throw new Refused(ProblemCode.FIELD_UNKNOWN, "?", "only date and cardNo may be asked for");
            }
        }
        Future<Optional<StoredTap>> found = card.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : recognition.lookUp(terminal.id(), seq, date, card.get());
        return found.map(stored -> stored.map(tap -> AnswerJson.of(
                        tap.answer(), date, terminal.id(), seq, tap.tac(), tap.service(), tap.amountFen()))
                .orElseThrow(() ->
                        new Refused(ProblemCode.TAP_NEVER_SEEN, "no tap with this number, date and card is stored")));
    }

    private Future<Answer> authorize(Terminal terminal, TapBody body, Instant receivedAt) {
        Optional<CardNumber> card = body.card();
        if (card.isEmpty()) {
            return Future.succeededFuture(Answer.declined(DeclineReason.CARD_UNKNOWN, null));
        }
        return recognition.authorize(new PresentedTap(
                terminal,
                body.terminalSeq(),
                body.service(),
                card.get(),
                body.cardCounter(),
                body.amountFen(),
                body.at(),
                body.tappedAt(),
                receivedAt,
                body.tac(),
                body.context()));
    }

    private static MultiMap query(Exchange exchange) {
        try {
            return exchange.request().params();
        } catch (IllegalArgumentException notDecodable) {
            // Its message repeats the query, which holds a card number.
            throw new Refused(
                    ProblemCode.FIELD_MALFORMED,
                    "?",
                    "after every % in the query there must be two hexadecimal digits");
        }
    }

    private static String only(MultiMap query, String name) {
        List<String> values = query.getAll(name);
        if (values.isEmpty()) {
            throw FieldValues.missing(name);
        }
        if (values.size() > 1) {
            throw new Refused(ProblemCode.FIELD_TWICE, name, name + " is given twice");
        }
        return values.get(0);
    }

    private static void requireJson(String contentType) {
        if (contentType == null || !JSON.matcher(contentType).matches()) {
            throw new Refused(ProblemCode.CONTENT_TYPE, "the content type must be application/json");
        }
    }

    private static void log(Terminal terminal, TapBody body, Answer answer) {
        if (LOG.isDebugEnabled()) {
            LOG.atDebug()
                    .addKeyValue("terminal", Terminal.digits(terminal.id()))
                    .addKeyValue("terminalSeq", body.terminalSeq())
                    .addKeyValue("service", body.service())
                    .addKeyValue("outcome", answer.approved() ? "APPROVED" : answer.reason())
                    .addKeyValue("subsidyFen", answer.subsidyFen())
                    .log("tap");
        }
    }
}
