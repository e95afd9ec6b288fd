package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.TapLedger.Batch;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.TapLedger.Loaded;
import cn.suinian.core.authorization.decision.Facts;
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
import java.util.stream.Stream;

/**
 * What PostgreSQL is to the lanes: people with versions, taps under their keys, one open business day. Any number of
 * ledgers may share one. Each call here is one transaction and happens at once; getting lost on the way is the
 * ledger's matter.
 */
final class ModelDatabase {

    private final Map<Long, Facts> people = new TreeMap<>();
    private final Map<TapKey, Entry> taps = new LinkedHashMap<>();
    private final Map<TapKey, Reversal> reversals = new LinkedHashMap<>();
    private final List<List<Entry>> commits = new ArrayList<>();
    private LocalDate openDay = LocalDate.of(2026, 2, 9);
    private Predicate<Entry> refused = entry -> false;

    void add(Facts facts) {
        people.put(facts.account().holderId(), facts);
    }

    /** A counter or another node changes something about a person: the version moves. */
    void change(long holderId, UnaryOperator<Facts> change) {
        Facts changed = change.apply(facts(holderId));
        people.put(holderId, changed.with(changed.account().committed()));
    }

    void openDay(LocalDate day) {
        openDay = day;
    }

    /** The database will not have these, such as a text it cannot store. */
    void refuses(Predicate<Entry> entries) {
        refused = entries;
    }

    Facts facts(long holderId) {
        return people.get(holderId);
    }

    /** Every stored tap, in order of commit. */
    Collection<Entry> taps() {
        return taps.values();
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
            Entry entry = taps.get(key);
            if (entry != null) {
                found.put(key, stored(entry));
            }
        }
        return found;
    }

    private StoredTap stored(Entry entry) {
        Tap tap = entry.tap();
        return new StoredTap(
                tap.key(),
                tap.vendorId(),
                tap.service(),
                tap.context().direction(),
                tap.cardSerial(),
                tap.amountFen(),
                tap.tappedAt(),
                tap.receivedAt(),
                tap.key().tapDate(),
                tap.tac(),
                entry.answer(),
                entry.accountVersion(),
                entry.seen(),
                reversals.get(tap.key()));
    }

    /** Every stored reversal, in order of commit. */
    Collection<Reversal> reversals() {
        return reversals.values();
    }

    Set<Long> post(Batch batch) {
        assertWellFormed(batch);
        if (batch.taps().stream().anyMatch(refused)) {
            throw new LedgerFailure(Kind.REFUSED, "not stored", null);
        }
        Set<Long> moved = new HashSet<>();
        for (Account account : batch.accounts()) {
            boolean unchanged = facts(account.holderId()).account().version() == account.version();
            if (unchanged && batch.openDay().equals(openDay)) {
                moved.add(account.holderId());
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
            throw new LedgerFailure(Kind.KEY_TAKEN, "duplicate key", null);
        }
        reversed.forEach(reversal -> reversals.put(reversal.key(), reversal));
        commit(batch, moved, stored);
        return moved;
    }

    private void commit(Batch batch, Set<Long> moved, List<Entry> stored) {
        for (Account account : batch.accounts()) {
            if (moved.contains(account.holderId())) {
                people.put(account.holderId(), facts(account.holderId()).with(account.committed()));
            }
        }
        stored.forEach(entry -> taps.put(entry.tap().key(), entry));
        if (!stored.isEmpty()) {
            commits.add(stored);
        }
    }

    /** What the statement in SQL relies on. */
    private static void assertWellFormed(Batch batch) {
        List<Long> holders = batch.accounts().stream().map(Account::holderId).toList();
        List<TapKey> keys = Stream.concat(
                        batch.taps().stream().map(entry -> entry.tap().key()),
                        batch.reversals().stream().map(Reversal::key))
                .toList();
        assertThat(holders).as("accounts in ascending order of holder").isSorted();
        assertThat(holders).doesNotHaveDuplicates();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys.stream().map(TapKey::holderId).distinct().sorted().toList())
                .as("every account that moves has a tap and the other way round")
                .isEqualTo(holders);
    }
}
