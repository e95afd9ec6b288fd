package cn.suinian.core.authorization;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.TapLedger.Batch;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.TapLedger.Loaded;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL is to the lanes: people with versions, taps under their keys, one open business day. Any number of
 * ledgers may share one. Each call here is one transaction and happens at once; getting lost on the way is the
 * ledger's matter. What is committed survives a crash, what is under way does not.
 */
public final class ModelDatabase {

    /** A stored tap. */
    public record Row(Tap tap, Answer answer, LocalDate settleDate, long accountVersion, FactsSeen seen) {}

    /** A stored reversal. */
    public record ReversalRow(Reversal reversal, LocalDate settleDate) {}

    /** Hears of every commit, in order. */
    public interface Journal {
        /** A batch was stored; in each of the two lists the order is that of the decisions. */
        void batch(List<Row> taps, List<ReversalRow> reversals);

        /** A counter changed something about a person, who now stands like this. */
        void person(Facts now);

        /** From now on this business day is open. */
        void openDay(LocalDate day);
    }

    private final Map<Long, Facts> people = new TreeMap<>();
    private final Map<TapKey, Row> taps = new LinkedHashMap<>();
    private final Map<TapKey, ReversalRow> reversals = new LinkedHashMap<>();
    private final List<List<Entry>> commits = new ArrayList<>();
    private LocalDate openDay = LocalDate.of(2026, 2, 9);
    private Predicate<Entry> refused = entry -> false;
    private @Nullable Journal journal;
    private boolean comparesVersions = true;
    private boolean up = true;
    private int session;
    private int racesLost;
    private int keysTaken;

    /** Someone who was there from the beginning. */
    public void add(Facts facts) {
        people.put(facts.account().holderId(), facts);
        if (journal != null) {
            journal.person(facts);
        }
    }

    /** A counter or another node changes something about a person: the version moves. */
    public void change(long holderId, UnaryOperator<Facts> change) {
        Facts changed = change.apply(facts(holderId));
        Facts now = changed.with(changed.account().committed());
        people.put(holderId, now);
        if (journal != null) {
            journal.person(now);
        }
    }

    /** Cuts the days before this one. */
    public void openDay(LocalDate day) {
        openDay = day;
        if (journal != null) {
            journal.openDay(day);
        }
    }

    public LocalDate openDay() {
        return openDay;
    }

    /** Tells this journal of everything from now on. */
    public void keep(Journal book) {
        journal = book;
    }

    /** Dies: every connection breaks, and what was not carried out yet never will be. */
    public void crash() {
        up = false;
        session++;
    }

    /** Is there again. */
    public void restart() {
        up = true;
    }

    public boolean up() {
        return up;
    }

    /** Moves with each crash; a call that began in another session is lost. */
    int session() {
        return session;
    }

    /** From now on accounts move whatever their version is: the mistake that compare-and-swap prevents. */
    void neverCompareVersions() {
        comparesVersions = false;
    }

    /** The database will not have these, such as a text it cannot store. */
    void refuses(Predicate<Entry> entries) {
        refused = entries;
    }

    /** As {@link #refuses}, by the tap. */
    public void refusesTaps(Predicate<Tap> which) {
        refused = entry -> which.test(entry.tap());
    }

    /** A person as they stand. */
    public Facts facts(long holderId) {
        return people.get(holderId);
    }

    /** What is stored under a key. */
    public @Nullable Row find(TapKey key) {
        return taps.get(key);
    }

    /** Accounts that did not move, because they or the open day had moved before. */
    public int racesLost() {
        return racesLost;
    }

    /** Commits that met a key that was taken. */
    public int keysTaken() {
        return keysTaken;
    }

    /** Every stored tap, in order of commit. */
    public Collection<Row> rows() {
        return taps.values();
    }

    /** Every stored tap, in order of commit. */
    Collection<Entry> taps() {
        return commits.stream().flatMap(List::stream).toList();
    }

    /** The taps of each commit that stored any. */
    List<List<Entry>> commits() {
        return commits;
    }

    Loaded load(Collection<Long> holderIds) {
        Map<Long, Facts> found = new HashMap<>();
        for (Long holderId : holderIds) {
            Facts facts = people.get(holderId);
            if (facts != null) {
                found.put(holderId, facts);
            }
        }
        return new Loaded(found, openDay);
    }

    Map<TapKey, StoredTap> lookUp(Collection<TapKey> keys) {
        Map<TapKey, StoredTap> found = new HashMap<>();
        for (TapKey key : keys) {
            Row row = taps.get(key);
            if (row != null) {
                found.put(key, stored(row));
            }
        }
        return found;
    }

    private StoredTap stored(Row row) {
        Tap tap = row.tap();
        ReversalRow undone = reversals.get(tap.key());
        return new StoredTap(
                tap.key(),
                tap.vendorId(),
                tap.service(),
                tap.context().direction(),
                tap.cardSerial(),
                tap.amountFen(),
                tap.tappedAt(),
                tap.receivedAt(),
                row.settleDate(),
                tap.tac(),
                row.answer(),
                row.accountVersion(),
                row.seen(),
                undone == null ? null : undone.reversal());
    }

    /** The row that undid a tap. */
    public @Nullable ReversalRow findReversal(TapKey key) {
        return reversals.get(key);
    }

    /** Every stored reversal, in order of commit. */
    public Collection<ReversalRow> reversalRows() {
        return reversals.values();
    }

    /** Every stored reversal, in order of commit. */
    Collection<Reversal> reversals() {
        return reversals.values().stream().map(ReversalRow::reversal).toList();
    }

    Set<Long> post(Batch batch) {
        WellFormed.check(batch);
        if (batch.taps().stream().anyMatch(refused)) {
            throw new LedgerFailure(Kind.REFUSED, "not stored", null);
        }
        Set<Long> moved = new HashSet<>();
        for (Account account : batch.accounts()) {
            boolean unchanged =
                    !comparesVersions || facts(account.holderId()).account().version() == account.version();
            if (unchanged && batch.openDay().equals(openDay)) {
                moved.add(account.holderId());
            } else {
                racesLost++;
            }
        }
        List<Entry> stored = batch.taps().stream()
                .filter(entry -> moved.contains(entry.tap().key().holderId()))
                .toList();
        List<Reversal> reversed = batch.reversals().stream()
                .filter(reversal -> moved.contains(reversal.key().holderId()))
                .toList();
        if (stored.stream().anyMatch(entry -> taps.containsKey(entry.tap().key()))
                || reversed.stream().anyMatch(reversal -> reversals.containsKey(reversal.key()))) {
            keysTaken++;
            throw new LedgerFailure(Kind.KEY_TAKEN, "duplicate key", null);
        }
        commit(batch, moved, stored, reversed);
        return moved;
    }

    private void commit(Batch batch, Set<Long> moved, List<Entry> stored, List<Reversal> reversed) {
        for (Account account : batch.accounts()) {
            if (moved.contains(account.holderId())) {
                people.put(account.holderId(), facts(account.holderId()).with(account.committed()));
            }
        }
        List<Row> rows = new ArrayList<>(stored.size());
        for (Entry entry : stored) {
            LocalDate settled = later(entry.tap().key().tapDate(), batch.openDay());
            Row row = new Row(entry.tap(), entry.answer(), settled, entry.accountVersion(), entry.seen());
            taps.put(entry.tap().key(), row);
            rows.add(row);
        }
        if (!stored.isEmpty()) {
            commits.add(stored);
        }
        List<ReversalRow> undone = new ArrayList<>(reversed.size());
        for (Reversal reversal : reversed) {
            ReversalRow row = new ReversalRow(reversal, later(reversal.key().tapDate(), batch.openDay()));
            reversals.put(reversal.key(), row);
            undone.add(row);
        }
        if (journal != null && !moved.isEmpty()) {
            journal.batch(rows, undone);
        }
    }

    /** As the posting statement does it. */
    private static LocalDate later(LocalDate tapDate, LocalDate openDay) {
        return tapDate.isBefore(openDay) ? openDay : tapDate;
    }
}
