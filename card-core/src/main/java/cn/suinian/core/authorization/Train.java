package cn.suinian.core.authorization;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.TapLedger.Batch;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Ruling;
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

/**
 * One batch: its taps, the working copies they are decided against, and what shall be posted. A holder may ride many
 * times; each tap sees what the ones before it did.
 */
final class Train {

    private record Posting(PendingTap pending, Answer answer) {}

    private final List<PendingTap> taps;
    private final Map<Long, Facts> working = new HashMap<>();
    private final TreeMap<Long, Account> changed = new TreeMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private final Set<TapKey> keys = new HashSet<>();
    private final Set<Long> unmoved = new HashSet<>();
    private boolean postingBegan;

    Train(List<PendingTap> taps) {
        this.taps = taps;
    }

    List<PendingTap> taps() {
        return taps;
    }

    boolean isEmpty() {
        return taps.isEmpty();
    }

    Set<Long> holders() {
        Set<Long> holders = new HashSet<>();
        taps.forEach(pending -> holders.add(pending.tap().key().holderId()));
        return holders;
    }

    void knows(Facts facts) {
        working.put(facts.account().holderId(), facts);
    }

    void decide(Ruling ruling) {
        for (PendingTap pending : taps) {
            decide(pending, ruling);
        }
    }

    private void decide(PendingTap pending, Ruling ruling) {
        Facts facts = working.get(pending.tap().key().holderId());
        if (facts == null) {
            throw new IllegalStateException("a holder has no account");
        }
        if (keys.contains(pending.tap().key())) {
            pending.lookAgain();
            return;
        }
        Verdict verdict = Decider.decide(facts, pending.tap(), pending.prior(), ruling);
        if (verdict instanceof Decided decided) {
            long holderId = facts.account().holderId();
            working.put(holderId, facts.with(decided.next()));
            changed.put(holderId, decided.next());
            keys.add(pending.tap().key());
            postings.add(new Posting(pending, decided.answer()));
        } else if (verdict instanceof AnsweredBefore before) {
            pending.answer(before.answer());
        } else if (verdict instanceof KeyReused) {
            pending.refuse(NotAuthorized.Cause.KEY_REUSED);
        } else {
            pending.lookAgain();
        }
    }

    boolean hasPostings() {
        return !postings.isEmpty();
    }

    int postings() {
        return postings.size();
    }

    boolean postingBegan() {
        return postingBegan;
    }

    Batch batch(LocalDate openDay) {
        postingBegan = true;
        List<Entry> entries = new ArrayList<>(postings.size());
        postings.forEach(posting -> entries.add(new Entry(posting.pending.tap(), posting.answer)));
        return new Batch(List.copyOf(changed.values()), entries, openDay);
    }

    /** The commit is durable: those whose account moved hear their answer now. */
    void settle(Set<Long> moved) {
        for (Posting posting : postings) {
            long holderId = posting.pending.tap().key().holderId();
            if (moved.contains(holderId)) {
                posting.pending.answer(posting.answer);
            } else {
                unmoved.add(holderId);
            }
        }
    }

    /** Holders whose account was changed elsewhere since it was read. */
    Set<Long> changedElsewhere() {
        return unmoved;
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

    List<PendingTap> unanswered() {
        List<PendingTap> left = new ArrayList<>();
        for (PendingTap pending : taps) {
            if (!pending.done()) {
                left.add(pending);
            }
        }
        return left;
    }
}
