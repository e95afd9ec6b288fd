package cn.suinian.gateway.console.holder.page;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.FactsRows;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Preview;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.entitlement.policy.BenefitToday;
import cn.suinian.core.reference.Reference;
import cn.suinian.gateway.console.page.Figures;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody gets today, on the facts that the next tap is decided on. */
final class Benefits {

    private static final Logger LOG = LoggerFactory.getLogger(Benefits.class);
    private static final int PATIENCE_SECONDS = 3;

    private final SqlClient database;
    private final Supplier<Reference> reference;
    private final Clock clock;

    Benefits(SqlClient database, Supplier<Reference> reference, Clock clock) {
        this.database = database;
        this.reference = reference;
        this.clock = clock;
    }

    /** What is said of them. */
    sealed interface Told {
        /**
         * These.
         *
         * @param cardRefused why every tap is declined, whatever it is for; null: none is for the card's sake
         */
        record Of(@Nullable DeclineReason cardRefused, List<BenefitToday> benefits, Account account, LocalDate today)
                implements Told {}

        /** They never had a card, and so nothing that counts. */
        record NoCardYet() implements Told {}

        /** The database did not answer. */
        record Unreadable() implements Told {}
    }

    /** Blocks. */
    Told of(long holderId) throws InterruptedException {
        Optional<Facts> facts;
        try {
            facts = FactsRows.find(database, holderId)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("benefits could not be read: {}", failure.getClass().getName());
            return new Told.Unreadable();
        }
        return facts.<Told>map(this::told).orElseGet(Told.NoCardYet::new);
    }

    private Told told(Facts facts) {
        Reference known = reference.get();
        Instant now = clock.instant();
        LocalDateTime at = LocalDateTime.ofInstant(now, Figures.ZONE);
        int card = facts.account().liveCardSerial();
        DeclineReason refused = Preview.of(
                        facts,
                        card,
                        List.of(),
                        new Preview.Place(0, 0, null, at, now),
                        new Ruling(known.rules(), known.calendar(), Ruling.Limits.DEFAULT))
                .cardRefused();
        List<BenefitToday> benefits = BenefitToday.list(
                known.rules().inForce(at.toLocalDate()), facts.holder(), facts.account(), known.calendar(), at, now);
        return new Told.Of(refused, benefits, facts.account(), at.toLocalDate());
    }
}
