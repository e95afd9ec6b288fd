package cn.suinian.core.authorization;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.authorization.stage.TapStage;
import cn.suinian.core.card.CardDirectory;
import cn.suinian.core.card.CardDirectory.Ref;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.KeyVault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The door before the lanes: whose card is this, and did it really make this tap? A card that is not ours and a TAC
 * that is wrong are declined here and leave no trace in anybody's account: a forger can use up no counter, no limit and
 * no sequence number.
 */
public final class Recognition {

    private final CardDirectory cards;
    private final KeyVault vault;
    private final Authorizer authorizer;
    private final SqlClient database;
    private final int deadlineMillis;
    private final Timer tacs;

    public Recognition(
            CardDirectory cards,
            KeyVault vault,
            Authorizer authorizer,
            SqlClient database,
            int deadlineMillis,
            MeterRegistry meters) {
        this.cards = cards;
        this.vault = vault;
        this.authorizer = authorizer;
        this.database = database;
        this.deadlineMillis = deadlineMillis;
        this.tacs = TapStage.TAC.timer(meters);
    }

    /** Authorises a presented tap. Fails with {@link NotAuthorized}; a decline does not fail. */
    public Future<Answer> authorize(PresentedTap presented) {
        return findCard(presented.card())
                .compose(card ->
                        card.isPresent() ? authorize(presented, card.get()) : declined(DeclineReason.CARD_UNKNOWN));
    }

    /**
     * Authorises a presented tap of a card that was found before. Its lane has it before this returns: so taps that
     * are handed in one after the other are judged in that order.
     */
    public Future<Answer> authorize(PresentedTap presented, Ref card) {
        long started = System.nanoTime();
        boolean genuine = vault.hasCardKeyVersion(card.keyVersion())
                && vault.verifyTac(card.keyVersion(), presented.tacMessage(), presented.tac());
        tacs.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        return genuine ? authorizer.authorize(tap(presented, card)) : declined(DeclineReason.TAC_INVALID);
    }

    /** What became of a tap; empty when it was never stored. Reads only. */
    public Future<Optional<StoredTap>> lookUp(long terminalId, long terminalSeq, LocalDate tapDate, CardNumber card) {
        return findCard(card)
                .compose(ref -> ref.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : stored(new TapKey(
                                tapDate, terminalId, terminalSeq, ref.get().holderId())));
    }

    /**
     * Undoes a tap of a terminal. Fails with {@link NotAuthorized}.
     *
     * @param receivedAt when the request reached us
     */
    public Future<Reversal> reverse(
            long terminalId,
            long terminalSeq,
            LocalDate tapDate,
            CardNumber card,
            Reversal.Cause cause,
            Instant receivedAt) {
        return findCard(card).compose(ref -> {
            if (ref.isEmpty()) {
                return Future.failedFuture(new NotAuthorized(Cause.NEVER_SEEN));
            }
            TapKey key = new TapKey(tapDate, terminalId, terminalSeq, ref.get().holderId());
            return authorizer.reverse(new Reversal.Request(key, cause, receivedAt));
        });
    }

    /** Whose card it is; empty when it was never issued. Fails with {@link NotAuthorized}. */
    public Future<Optional<Ref>> findCard(CardNumber card) {
        Future<Optional<Ref>> found = cards.find(card.serial());
        return found.isComplete() && found.succeeded()
                ? found
                : found.timeout(deadlineMillis, TimeUnit.MILLISECONDS).recover(Recognition::unavailable);
    }

    private static Tap tap(PresentedTap presented, Ref card) {
        TapKey key = new TapKey(
                presented.at().toLocalDate(), presented.terminal().id(), presented.terminalSeq(), card.holderId());
        return new Tap(
                key,
                presented.terminal().vendorId(),
                presented.service(),
                presented.card().serial(),
                presented.cardCounter(),
                presented.amountFen(),
                presented.at(),
                presented.tappedAt(),
                presented.receivedAt(),
                presented.tac(),
                presented.terminal().placeKind(),
                presented.context());
    }

    private Future<Optional<StoredTap>> stored(TapKey key) {
        return database.preparedQuery(TapRows.LOOK_UP)
                .execute(TapRows.keys(List.of(key)))
                .timeout(deadlineMillis, TimeUnit.MILLISECONDS)
                .recover(Recognition::unavailable)
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(TapRows.stored(row));
                    }
                    return Optional.empty();
                });
    }

    private static Future<Answer> declined(DeclineReason reason) {
        return Future.succeededFuture(Answer.declined(reason, null));
    }

    private static <T> Future<T> unavailable(Throwable cause) {
        return Future.failedFuture(new NotAuthorized(Cause.UNAVAILABLE));
    }
}
