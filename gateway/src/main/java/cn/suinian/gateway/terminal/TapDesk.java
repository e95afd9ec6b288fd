package cn.suinian.gateway.terminal;

import cn.suinian.core.authorization.PresentedTap;
import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a well-formed tap of a proven terminal becomes an answer, whichever call brought it. */
final class TapDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TapDesk.class);

    private final Recognition recognition;
    private final Clock clock;
    private final Duration tolerance;
    private final TapMeters meters;

    TapDesk(Recognition recognition, Clock clock, Duration tolerance, TapMeters meters) {
        this.recognition = recognition;
        this.clock = clock;
        this.tolerance = tolerance;
        this.meters = meters;
    }

    /**
     * The answer as JSON.
     *
     * @param startedNanos when its request was here
     */
    Future<String> authorize(Terminal terminal, TapBody body, long startedNanos) {
        if (!terminal.offers(body.service())) {
            throw new Refused(
                    ProblemCode.SERVICE_NOT_OFFERED, "service", "this terminal is not registered for this service");
        }
        Instant receivedAt = clock.instant();
        if (body.tappedAt().isAfter(receivedAt.plus(tolerance))) {
            throw new Refused(
                    ProblemCode.TAPPED_IN_FUTURE, "tappedAt", "tappedAt is ahead of our time; the Date header has it");
        }
        return answer(terminal, body, receivedAt).map(answer -> {
            meters.answered(body.service(), answer, System.nanoTime() - startedNanos);
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

    private Future<Answer> answer(Terminal terminal, TapBody body, Instant receivedAt) {
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
