package cn.suinian.core.authorization;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.TapLedger.Batch;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.ReversalDecider;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.authorization.decision.Verdict;
import cn.suinian.core.authorization.decision.Verdict.AnsweredBefore;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.authorization.decision.Verdict.KeyReused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch: its passengers, the working copies they are decided against, and what shall be posted. A holder may ride
 * many times; each tap sees what the ones before it did.
 */
final class Train {

    private static final Logger LOG = LoggerFactory.getLogger(Train.class);

    /** How a verdict comes about: {@link Decider} in service, a broken copy where a test shows that it is caught. */
    @FunctionalInterface
    interface Decision {
        Verdict decide(Facts facts, Tap tap, Prior prior, Ruling ruling);
    }

    /** What a passenger hears once its holder's account has moved. */
    private record Waiting(long holderId, Runnable hears) {}

    private final List<Passenger<?>> passengers;
    private final Map<Long, Facts> working = new HashMap<>();
    private final TreeMap<Long, Account> changed = new TreeMap<>();
    private final List<Entry> taps = new ArrayList<>();
    private final List<Reversal> reversals = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<TapKey> keys = new HashSet<>();
    private final Set<Long> unmoved = new HashSet<>();
    private final Set<Long> puzzling = new HashSet<>();
    private boolean postingBegan;

    Train(List<Passenger<?>> passengers) {
        this.passengers = passengers;
    }

    List<Passenger<?>> passengers() {
        return passengers;
    }

    boolean isEmpty() {
        return passengers.isEmpty();
    }

    /** How long whoever came first has waited until now. */
    long longestWaitNanos(long nowNanos) {
        long longest = 0;
        for (Passenger<?> passenger : passengers) {
            longest = Math.max(longest, nowNanos - passenger.boardedNanos());
        }
        return longest;
    }

    Set<Long> holders() {
        Set<Long> holders = new HashSet<>();
        passengers.forEach(passenger -> holders.add(passenger.holderId()));
        return holders;
    }

    void knows(Facts facts) {
        working.put(facts.account().holderId(), facts);
    }

    /** Decides everybody in order; one that cannot be decided is given up and takes nobody down with it. */
    void decide(Decision decision, Ruling ruling) {
        for (Passenger<?> passenger : passengers) {
            try {
                decide(passenger, decision, ruling);
            } catch (RuntimeException poison) {
                LOG.error("a tap could not be decided", poison);
                passenger.giveUp(Cause.REFUSED_BY_DATABASE);
                puzzling.add(passenger.holderId());
            }
        }
    }

    private void decide(Passenger<?> passenger, Decision decision, Ruling ruling) {
        Facts facts = working.get(passenger.holderId());
        if (facts == null) {
            throw new IllegalStateException("a holder has no account");
        }
        if (keys.contains(passenger.key())) {
            passenger.lookAgain();
        } else if (passenger instanceof PendingTap pending) {
            decide(pending, facts, decision, ruling);
        } else if (passenger instanceof PendingReversal pending) {
            decide(pending, facts, ruling);
        }
    }

    private void decide(PendingTap pending, Facts facts, Decision decision, Ruling ruling) {
        Verdict verdict = decision.decide(facts, pending.tap(), pending.prior(), ruling);
        if (verdict instanceof Decided decided) {
            Entry entry =
                    new Entry(pending.tap(), decided.answer(), facts.account().version(), decided.seen());
            post(pending.key(), facts, decided.next(), () -> pending.answer(decided.answer()));
            taps.add(entry);
        } else if (verdict instanceof AnsweredBefore before) {
            pending.answer(before.answer());
        } else if (verdict instanceof KeyReused) {
            pending.refuse(Cause.KEY_REUSED);
        } else {
            pending.lookAgain();
        }
    }

    private void decide(PendingReversal pending, Facts facts, Ruling ruling) {
        ReversalDecider.Verdict verdict = ReversalDecider.decide(facts, pending.request(), pending.stored(), ruling);
        if (verdict instanceof ReversalDecider.Verdict.Undone undone) {
            post(pending.key(), facts, undone.next(), () -> pending.answer(undone.reversal()));
            reversals.add(undone.reversal());
        } else if (verdict instanceof ReversalDecider.Verdict.UndoneBefore before) {
            pending.answer(before.reversal());
        } else if (verdict instanceof ReversalDecider.Verdict.NeverSeen) {
            pending.refuse(Cause.NEVER_SEEN);
        } else if (verdict instanceof ReversalDecider.Verdict.TooLate) {
            pending.refuse(Cause.REVERSAL_TOO_LATE);
        } else {
            pending.refuse(Cause.NOTHING_TO_REVERSE);
        }
    }

    private void post(TapKey key, Facts facts, Account next, Runnable hears) {
        working.put(next.holderId(), facts.with(next));
        changed.put(next.holderId(), next);
        keys.add(key);
        waiting.add(new Waiting(next.holderId(), hears));
    }

    boolean hasPostings() {
        return !waiting.isEmpty();
    }

    int postings() {
        return waiting.size();
    }

    boolean postingBegan() {
        return postingBegan;
    }

    Batch batch(LocalDate openDay) {
        postingBegan = true;
        return new Batch(List.copyOf(changed.values()), List.copyOf(taps), List.copyOf(reversals), openDay);
    }

    /** The commit is durable: those whose account moved hear their answer now. */
    void settle(Set<Long> moved) {
        for (Waiting each : waiting) {
            if (moved.contains(each.holderId)) {
                each.hears.run();
            } else {
                unmoved.add(each.holderId);
            }
        }
    }

    /** Holders whose account did not move: it was changed elsewhere since it was read, or the open day was cut. */
    Set<Long> unmoved() {
        return unmoved;
    }

    /** Holders on whose facts something could not be decided. */
    Set<Long> puzzling() {
        return puzzling;
    }

    /** Facts as they are after the commit. */
    List<Facts> movedFacts(Set<Long> moved) {
        List<Facts> facts = new ArrayList<>(moved.size());
        for (Long holderId : moved) {
            Facts known = working.get(holderId);
            if (known != null) {
                facts.add(known.with(known.account().committed()));
            }
        }
        return facts;
    }

    List<Passenger<?>> unanswered() {
        List<Passenger<?>> left = new ArrayList<>();
        for (Passenger<?> passenger : passengers) {
            if (!passenger.done()) {
                left.add(passenger);
            }
        }
        return left;
    }
}
