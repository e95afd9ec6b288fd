package cn.suinian.gateway.terminal.call;

import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.card.CardDirectory.Ref;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.terminal.body.TapBody;
import cn.suinian.gateway.terminal.gate.TapMeters;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a well-formed tap of a proven terminal becomes an answer in JSON, whichever call brought it. */
public final class TapDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TapDesk.class);

    private final Recognition recognition;
    private final Clock clock;
    private final Duration tolerance;
    private final TapMeters meters;

    public TapDesk(Recognition recognition, Clock clock, Duration tolerance, TapMeters meters) {
        this.recognition = recognition;
        this.clock = clock;
        this.tolerance = tolerance;
        this.meters = meters;
    }

    /** Takes a tap in; refuses one that this terminal may not send, or not yet. */
    public SentTap take(Terminal terminal, TapBody body) {
        if (!terminal.offers(body.service())) {
            throw new Refused(
                    ProblemCode.SERVICE_NOT_OFFERED, "service", "this terminal is not registered for this service");
        }
        Instant receivedAt = clock.instant();
        if (body.tappedAt().isAfter(receivedAt.plus(tolerance))) {
            throw new Refused(
                    ProblemCode.TAPPED_IN_FUTURE, "tappedAt", "tappedAt is ahead of our time; the Date header has it");
        }
        return new SentTap(terminal, body, receivedAt);
    }

    /** Whose card it is; empty for one that is not ours. */
    public Future<Optional<Ref>> findCard(SentTap tap) {
        Optional<CardNumber> card = tap.body().card();
        return card.isEmpty() ? Future.succeededFuture(Optional.empty()) : recognition.findCard(card.get());
    }

    /**
     * Hands a tap whose card was looked for to its lane, before it returns.
     *
     * @param startedNanos when its request was here
     */
    public Future<String> authorize(SentTap tap, Optional<Ref> card, long startedNanos) {
        Future<Answer> answered = card.isEmpty()
                ? Future.succeededFuture(Answer.declined(DeclineReason.CARD_UNKNOWN, null))
                : recognition.authorize(tap.presented(tap.body().card().orElseThrow()), card.get());
        return answered.map(answer -> json(tap, answer, startedNanos));
    }

    private String json(SentTap tap, Answer answer, long startedNanos) {
        TapBody body = tap.body();
        meters.answered(body.service(), answer, System.nanoTime() - startedNanos);
        log(tap, answer);
        TapId id = TapId.of(body.at().toLocalDate(), tap.terminal().id(), body.terminalSeq(), body.tac());
        return AnswerJson.of(answer, id, body.service(), body.context().direction(), body.amountFen());
    }

    private static void log(SentTap tap, Answer answer) {
        if (LOG.isDebugEnabled()) {
            LOG.atDebug()
                    .addKeyValue("terminal", Terminal.digits(tap.terminal().id()))
                    .addKeyValue("terminalSeq", tap.body().terminalSeq())
                    .addKeyValue("service", tap.body().service())
                    .addKeyValue("outcome", answer.approved() ? "APPROVED" : answer.reason())
                    .addKeyValue("subsidyFen", answer.subsidyFen())
                    .log("tap");
        }
    }
}
