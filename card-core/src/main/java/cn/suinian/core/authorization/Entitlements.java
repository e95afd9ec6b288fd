package cn.suinian.core.authorization;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Preview;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.card.CardDirectory.Ref;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What a card would get at a terminal now. Facts are read in one statement, so in one snapshot, and past the lanes:
 * nothing waits for a preview and a preview stores nothing. A tap that is being committed meanwhile may come first.
 */
public final class Entitlements {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Recognition recognition;
    private final SqlClient database;
    private final Supplier<Reference> reference;
    private final Limits limits;
    private final int deadlineMillis;

    /**
     * Previews out of a database.
     *
     * @param deadlineMillis how long one may take
     */
    public Entitlements(
            Recognition recognition,
            SqlClient database,
            Supplier<Reference> reference,
            Limits limits,
            int deadlineMillis) {
        this.recognition = recognition;
        this.database = database;
        this.reference = reference;
        this.limits = limits;
        this.deadlineMillis = deadlineMillis;
    }

    /** What the card would get for each service of the terminal. Fails with {@link NotAuthorized}. */
    public Future<Preview.OfCard> preview(Terminal terminal, CardNumber card, Instant now) {
        return recognition
                .findCard(card)
                .compose(ref -> ref.isEmpty()
                        ? Future.succeededFuture(unknown(terminal))
                        : facts(ref.get())
                                .map(row -> row.map(found -> of(terminal, card, now, found))
                                        .orElseGet(() -> unknown(terminal))));
    }

    /** What a card gets that is not ours: nothing. */
    public static Preview.OfCard unknown(Terminal terminal) {
        return Preview.OfCard.refused(DeclineReason.CARD_UNKNOWN, offered(terminal));
    }

    private Preview.OfCard of(Terminal terminal, CardNumber card, Instant now, Row row) {
        Reference known = reference.get();
        Preview.Place place = new Preview.Place(
                terminal.id(), terminal.vendorId(), terminal.placeKind(), LocalDateTime.ofInstant(now, SHANGHAI), now);
        return Preview.of(
                FactsRows.read(row),
                card.serial(),
                offered(terminal),
                place,
                new Ruling(known.rules(), known.calendar(), limits));
    }

    private static List<Service> offered(Terminal terminal) {
        return Arrays.stream(Service.values()).filter(terminal::offers).toList();
    }

    private Future<Optional<Row>> facts(Ref card) {
        Tuple holder = Tuple.of(new Long[] {card.holderId()});
        return database.preparedQuery(FactsRows.SELECT)
                .execute(holder)
                .timeout(deadlineMillis, TimeUnit.MILLISECONDS)
                .recover(failure -> Future.<RowSet<Row>>failedFuture(new NotAuthorized(Cause.UNAVAILABLE)))
                .map(rows -> {
                    for (Row row : rows) {
                        if (row.getLong("holder_id") != null) {
                            return Optional.of(row);
                        }
                    }
                    return Optional.empty();
                });
    }
}
