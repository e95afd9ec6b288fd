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
import cn.suinian.gateway.terminal.gate.Failures;
import cn.suinian.gateway.terminal.gate.TapMeters;
import cn.suinian.gateway.terminal.gate.TapOrigin;
import io.vertx.core.AsyncResult;
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
     * Finds the card of a tap that came by itself and authorises it.
     *
     * @param arrivedNanos when its request was here
     */
    public Future<String> authorize(SentTap tap, long arrivedNanos) {
        return findCard(tap)
                .compose(card -> decided(tap, card))
                .transform(told -> told(tap, told, TapOrigin.SINGLE, arrivedNanos));
    }

    /**
     * Hands a tap of a batch, whose card was looked for, to its lane, before it returns.
     *
     * @param card what became of looking for it
     * @param arrivedNanos when its request was here
     */
    public Future<String> authorize(SentTap tap, Future<Optional<Ref>> card, long arrivedNanos) {
        Future<Answer> decided;
        try {
            decided = card.failed() ? Future.failedFuture(card.cause()) : decided(tap, card.result());
        } catch (RuntimeException failure) {
            decided = Future.failedFuture(failure);
        }
        return decided.transform(told -> told(tap, told, TapOrigin.BATCH, arrivedNanos));
    }

    private Future<Answer> decided(SentTap tap, Optional<Ref> card) {
        return card.isEmpty()
                ? Future.succeededFuture(Answer.declined(DeclineReason.CARD_UNKNOWN, null))
                : recognition.authorize(tap.presented(tap.body().card().orElseThrow()), card.get());
    }

    /** A deadline that passed takes the longest of all: what operators see must have it. */
    private Future<String> told(SentTap tap, AsyncResult<Answer> told, TapOrigin origin, long arrivedNanos) {
        long nanos = System.nanoTime() - arrivedNanos;
        if (told.failed()) {
            Refused refused = Failures.refusal(told.cause());
            meters.failed(origin, refused.code(), nanos);
            return Future.failedFuture(refused);
        }
        meters.answered(origin, tap.body().service(), told.result(), nanos);
        return Future.succeededFuture(json(tap, told.result()));
    }

    private static String json(SentTap tap, Answer answer) {
        TapBody body = tap.body();
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
