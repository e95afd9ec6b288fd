package cn.suinian.core.card.stock;

import static cn.suinian.core.card.stock.StockRefusal.CARD_GIVEN_OUT;
import static cn.suinian.core.card.stock.StockRefusal.CARD_NOT_IN_STOCK;
import static cn.suinian.core.card.stock.StockRefusal.COUNTER_EMPTY;
import static cn.suinian.core.card.stock.StockRefusal.COUNT_INVALID;
import static cn.suinian.core.card.stock.StockRefusal.KEY_VERSION_UNKNOWN;
import static cn.suinian.core.card.stock.StockRefusal.LAYOUT_INVALID;
import static cn.suinian.core.card.stock.StockRefusal.NOT_ALL_THERE;
import static cn.suinian.core.card.stock.StockRefusal.NOT_PERMITTED;
import static cn.suinian.core.card.stock.StockRefusal.NOT_YOUR_COUNTER;
import static cn.suinian.core.card.stock.StockRefusal.RANGE_EXHAUSTED;
import static cn.suinian.core.card.stock.StockRefusal.RANGE_IN_USE;
import static cn.suinian.core.card.stock.StockRefusal.RANGE_OVERLAPS;
import static cn.suinian.core.card.stock.StockRefusal.RANGE_UNKNOWN;
import static cn.suinian.core.card.stock.StockRefusal.REASON_INVALID;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stock of cards: ranges of numbers, and who has which unissued card. Blocks; refusals are {@link StockRefusal}.
 */
public final class CardStock {

    /** Most cards that one act may be about. */
    public static final int MOST_AT_ONCE = 100_000;

    private static final Pattern LAYOUT = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

    private final Transactions transactions;
    private final AuditLog audit;
    private final CounterScope counters;
    private final IntPredicate knownKeyVersion;
    private final Clock clock;

    /**
     * Keeps the stock of one database.
     *
     * @param knownKeyVersion whether the vault has this version of the card master key
     */
    public CardStock(
            Transactions transactions,
            AuditLog audit,
            CounterScope counters,
            IntPredicate knownKeyVersion,
            Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.counters = counters;
        this.knownKeyVersion = knownKeyVersion;
        this.clock = clock;
    }

    /** Adds a range of numbers; its number. */
    public int addRange(Actor actor, CardRun run, String layout, int keyVersion) throws SQLException {
        permit(actor);
        if (!LAYOUT.matcher(layout).matches()) {
            throw new RefusedException(LAYOUT_INVALID, "layout");
        }
        if (!knownKeyVersion.test(keyVersion)) {
            throw new RefusedException(KEY_VERSION_UNKNOWN, "keyVersion");
        }
        return transactions.run(transaction -> {
            cover(transaction, actor, null);
            if (RangeStore.inUse(transaction, run)) {
                throw new RefusedException(RANGE_IN_USE, "serials");
            }
            int id = insertRange(transaction, actor, run, layout, keyVersion);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("CARD_RANGE_ADDED", "CARD_RANGE", id)
                            .with(Map.of(
                                    "serials", text(run), "layout", layout, "keyVersion", String.valueOf(keyVersion))));
            return id;
        });
    }

    private int insertRange(Connection transaction, Actor actor, CardRun run, String layout, int keyVersion)
            throws SQLException {
        try {
            return RangeStore.insert(transaction, run, layout, keyVersion, actor.account(), now());
        } catch (SQLException failure) {
            if (RangeStore.overlaps(failure)) {
                throw new RefusedException(RANGE_OVERLAPS, "serials");
            }
            throw failure;
        }
    }

    /** Every range, by its numbers. */
    public List<CardRange> listRanges(Actor actor) throws SQLException {
        permit(actor);
        return transactions.run(RangeStore::list);
    }

    /** Takes in cards that came ready-made, with the next numbers of a range, into the city's store. */
    public CardRun receive(Actor actor, int rangeId, int count) throws SQLException {
        permit(actor);
        return transactions.run(transaction -> {
            cover(transaction, actor, null);
            CardRun run = allot(transaction, rangeId, count, StockStatus.IN_STOCK, any -> null);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("CARDS_RECEIVED", "CARD_RANGE", rangeId).with(Map.of("serials", text(run))));
            return run;
        });
    }

    /** The batch that a run of numbers is ordered with. */
    @FunctionalInterface
    public interface BatchOfRun {
        /** Its number; called once, before the cards are stock. Null: none. */
        @Nullable
        Integer idFor(CardRun run) throws SQLException;
    }

    /** Makes stock of the next numbers of a range, as part of an act; the audit entry is that act's matter. */
    public CardRun allot(Connection transaction, int rangeId, int count, StockStatus as, BatchOfRun batch)
            throws SQLException {
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new RefusedException(COUNT_INVALID, "count");
        }
        CardRange range =
                RangeStore.lock(transaction, rangeId).orElseThrow(() -> new RefusedException(RANGE_UNKNOWN, "rangeId"));
        if (count > range.left()) {
            throw new RefusedException(RANGE_EXHAUSTED, "count");
        }
        CardRun run = new CardRun(range.next(), range.next() + count - 1);
        StockStore.stockUp(transaction, range, run, batch.idFor(run), as, now());
        RangeStore.advance(transaction, rangeId, run.last() + 1);
        return run;
    }

    /**
     * Moves every card of a run from one place to another; null is the city's store. All of them or none.
     *
     * @return how many
     */
    public int transfer(Actor actor, CardRun run, @Nullable Integer from, @Nullable Integer to) throws SQLException {
        permit(actor);
        if (run.count() > MOST_AT_ONCE) {
            throw new RefusedException(COUNT_INVALID, "serials");
        }
        return transactions.run(transaction -> {
            cover(transaction, actor, from);
            if (StockStore.move(transaction, run, from, to) != run.count()) {
                throw new RefusedException(NOT_ALL_THERE, "serials");
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("CARDS_TRANSFERRED", "CARD_STOCK", text(run))
                            .changed(Map.of("place", place(from)), Map.of("place", place(to))));
            return run.count();
        });
    }

    /** Takes a card out of use that nobody has had. Doing it twice is harmless. */
    public void spoil(Actor actor, int serial, String reason) throws SQLException {
        permit(actor);
        String why = StatedReason.of(reason, REASON_INVALID);
        transactions.run(transaction -> {
            StockCard card = lock(transaction, actor, serial);
            switch (card.status()) {
                case SPOILT -> {}
                case ISSUED -> throw new RefusedException(CARD_GIVEN_OUT, "serial");
                case ORDERED, IN_STOCK -> {
                    StockStore.spoilt(transaction, serial, now(), why);
                    audit.append(
                            transaction,
                            actor,
                            AuditEntry.of("CARD_SPOILT", "CARD_STOCK", serial)
                                    .changed(Map.of("status", card.status().name()), Map.of("status", "SPOILT"))
                                    .because(why));
                }
            }
            return serial;
        });
    }

    /** The card that the counter's next holder gets when nobody names one. Takes nothing. */
    public Optional<StockCard> nextAt(Actor actor, int counterId) throws SQLException {
        if (!actor.may(Permission.CARD_ISSUE) && !actor.may(Permission.CARD_STOCK)) {
            throw new RefusedException(NOT_PERMITTED);
        }
        return transactions.run(transaction -> {
            cover(transaction, actor, counterId);
            return StockStore.next(transaction, counterId);
        });
    }

    /** How many cards each place has, of those that this actor may see. */
    public List<StockCount> count(Actor actor) throws SQLException {
        permit(actor);
        return transactions.run(transaction -> {
            List<StockCount> seen = new ArrayList<>();
            for (StockCount count : StockStore.count(transaction)) {
                if (counters.covers(transaction, actor, count.counterId())) {
                    seen.add(count);
                }
            }
            return seen;
        });
    }

    /**
     * The cards that lie at a place, as runs of numbers, the lowest first.
     *
     * @param counterId null: the city's store
     * @param limit most runs
     */
    public List<CardRun> listRuns(Actor actor, @Nullable Integer counterId, int limit) throws SQLException {
        permit(actor);
        return transactions.run(transaction -> {
            cover(transaction, actor, counterId);
            return StockStore.onShelf(transaction, counterId, limit);
        });
    }

    /** The cards of an order that nobody has spoken of yet; the one who asks has asked for the permission. */
    public List<CardRun> listOrdered(Connection transaction, int batchId, int limit) throws SQLException {
        return StockStore.ordered(transaction, batchId, limit);
    }

    /** The counters with at most so many cards to give out, the emptiest first, of those that ever had any. */
    public List<StockCount> listLow(Actor actor, int atMost) throws SQLException {
        return count(actor).stream()
                .filter(count -> count.counterId() != null && count.inStock() <= atMost)
                .sorted(Comparator.comparingInt(StockCount::inStock))
                .toList();
    }

    /**
     * Takes a card from the stock for good, as part of the act that gives it to a holder. That act asks for its own
     * permission and writes the audit entry.
     */
    public StockCard handOut(Connection transaction, Actor actor, CardChoice choice) throws SQLException {
        StockCard card = chosen(transaction, actor, choice);
        if (card.status() != StockStatus.IN_STOCK) {
            throw new RefusedException(CARD_NOT_IN_STOCK, "card");
        }
        StockStore.issued(transaction, card.serial(), now());
        return card;
    }

    private StockCard chosen(Connection transaction, Actor actor, CardChoice choice) throws SQLException {
        if (choice instanceof CardChoice.NextAt next) {
            cover(transaction, actor, next.counterId());
            return StockStore.takeNext(transaction, next.counterId())
                    .orElseThrow(() -> new RefusedException(COUNTER_EMPTY, "card"));
        }
        return lock(transaction, actor, ((CardChoice.Named) choice).serial());
    }

    private StockCard lock(Connection transaction, Actor actor, int serial) throws SQLException {
        StockCard card =
                StockStore.lock(transaction, serial).orElseThrow(() -> new RefusedException(CARD_NOT_IN_STOCK, "card"));
        cover(transaction, actor, card.counterId());
        return card;
    }

    private void cover(Connection transaction, Actor actor, @Nullable Integer counterId) throws SQLException {
        if (!counters.covers(transaction, actor, counterId)) {
            throw new RefusedException(NOT_YOUR_COUNTER);
        }
    }

    private static void permit(Actor actor) {
        if (!actor.may(Permission.CARD_STOCK)) {
            throw new RefusedException(NOT_PERMITTED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(CardRun run) {
        return run.first() + "-" + run.last();
    }

    private static String place(@Nullable Integer counterId) {
        return counterId == null ? "STORE" : "COUNTER " + counterId;
    }
}
