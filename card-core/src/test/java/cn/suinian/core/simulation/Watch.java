package cn.suinian.core.simulation;

import cn.suinian.core.authorization.ModelDatabase;
import cn.suinian.core.authorization.ModelDatabase.ReversalRow;
import cn.suinian.core.authorization.ModelDatabase.Row;
import cn.suinian.core.authorization.ModelNode;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every commit, answer and refusal as it happens, and at everything once more at the end. Never throws: it is
 * called from within the lanes, which would make something else of it.
 */
final class Watch implements ModelDatabase.Journal {

    private final ModelDatabase database;
    private final Trace trace;
    private final Counts counts;
    private final Comparison comparison;
    private final Limits limits = new Limits(this::violated);
    private final IdentityHashMap<Tap, Attempt> attempts = new IdentityHashMap<>();
    private final Map<Long, Integer> changes = new HashMap<>();
    private final Set<TapKey> keys = new HashSet<>();
    private final Map<TapKey, Answer> heard = new HashMap<>();
    private final Set<TapKey> undone = new HashSet<>();
    private final Map<Instant, Undo.Attempt> undos = new HashMap<>();
    private final Map<TapKey, Reversal> heardReversals = new HashMap<>();
    private final Books terminals = new Books();
    private @Nullable Violation violation;

    Watch(ModelDatabase database, Trace trace, Counts counts) {
        this.database = database;
        this.trace = trace;
        this.counts = counts;
        this.comparison = new Comparison(database, this::violated);
    }

    boolean calm() {
        return violation == null;
    }

    @Nullable
    Violation violation() {
        return violation;
    }

    void violated(Invariant invariant, String detail) {
        if (violation == null) {
            violation = new Violation(invariant, detail);
            trace.say(() -> "VIOLATION " + violation);
        }
    }

    /** How often counters changed this person. */
    int changesOf(long holderId) {
        return changes.getOrDefault(holderId, 0);
    }

    @Override
    public void person(Facts now) {
        changes.merge(now.account().holderId(), 1, Integer::sum);
        comparison.person(now);
    }

    @Override
    public void openDay(LocalDate day) {
        comparison.openDay(day);
    }

    @Override
    public void batch(List<Row> taps, List<ReversalRow> reversals) {
        taps.forEach(row -> counts.stored(row.tap().service(), row.answer()));
        counts.reversed += reversals.size();
        trace.say(() -> "commit of " + taps.size() + " taps and " + reversals.size() + " reversals, open day "
                + database.openDay());
        reversals.forEach(this::stored); // of taps of earlier batches, so what they give back is free now
        taps.forEach(this::stored);
        comparison.batch(taps, reversals);
    }

    private void stored(ReversalRow row) {
        Undo.Attempt attempt = undos.get(row.reversal().receivedAt());
        if (attempt == null) {
            violated(Invariant.NOTHING_THROWS, "a reversal is stored that nobody asked for: " + row);
            return;
        }
        if (!undone.add(row.reversal().key())) {
            violated(Invariant.REVERSED_ONCE, attempt + " is stored a second time");
        }
        if (attempt.toldUntouched()) {
            violated(Invariant.SAID_UNTOUCHED_IS_UNTOUCHED, attempt + " was refused and is stored nevertheless");
        }
        limits.undone(row.reversal());
    }

    private void stored(Row row) {
        Attempt attempt = attempts.get(row.tap());
        if (attempt == null) {
            violated(Invariant.NOTHING_THROWS, "a tap is stored that nobody presented: " + row.tap());
            return;
        }
        Job job = attempt.job;
        if (!keys.add(row.tap().key())) {
            violated(Invariant.ONE_ROW_PER_KEY, job + " is stored a second time");
        }
        if (attempt.toldUntouched()) {
            violated(
                    Invariant.SAID_UNTOUCHED_IS_UNTOUCHED,
                    job + " was refused " + attempt.refused + " and is stored nevertheless");
        }
        boolean stillLost = attempt.lostAtChange == changesOf(row.tap().key().holderId());
        if (stillLost && row.answer().approved()) {
            violated(Invariant.LOST_CARD_STOPS, job + " was made after the loss and is approved");
        }
        boolean live = database.facts(row.tap().key().holderId()).account().liveCardSerial()
                == row.tap().cardSerial();
        limits.check(job, row, live);
    }

    void presented(Attempt attempt) {
        attempts.put(attempt.tap, attempt);
    }

    void presented(Undo.Attempt attempt) {
        if (undos.put(attempt.request.receivedAt(), attempt) != null) {
            throw new IllegalStateException("two reversals asked at the same nanosecond");
        }
    }

    void answered(Undo.Attempt attempt, Reversal answer) {
        ReversalRow row = database.findReversal(answer.key());
        if (row == null || !row.reversal().equals(answer)) {
            violated(Invariant.ACKNOWLEDGED_IS_STORED, attempt + " is answered " + answer + ", stored is " + row);
        }
        Reversal before = heardReversals.putIfAbsent(answer.key(), answer);
        if (before != null && !before.equals(answer)) {
            violated(Invariant.REVERSED_ONCE, attempt + " was answered " + before + " and now " + answer);
        }
    }

    void refused(Undo.Attempt attempt, Cause why) {
        Row row = database.find(attempt.request.key());
        boolean declined = row != null && (!row.answer().approved() || row.tap().service() == Service.ALLOWANCE);
        if (why == Cause.NEVER_SEEN && attempt.wasStored) {
            violated(Invariant.ACKNOWLEDGED_IS_STORED, attempt + " finds no tap, and it was stored");
        }
        if (why == Cause.NOTHING_TO_REVERSE && !declined) {
            violated(Invariant.REVERSED_ONCE, attempt + " is told that there is nothing to undo, and there is");
        }
        ReversalRow undoneBy = database.findReversal(attempt.request.key());
        boolean byThis = undoneBy != null && undoneBy.reversal().receivedAt().equals(attempt.request.receivedAt());
        if (attempt.toldUntouched() && byThis) {
            violated(Invariant.SAID_UNTOUCHED_IS_UNTOUCHED, attempt + " is refused " + why + " although it is stored");
        }
    }

    void answered(Attempt attempt, Answer answer) {
        Job job = attempt.job;
        if (answer.approved()) {
            counts.approved++;
        } else {
            counts.declined++;
        }
        Row row = database.find(job.content.key());
        if (row == null) {
            violated(Invariant.ACKNOWLEDGED_IS_STORED, job + " is answered and nothing is stored under its key");
        } else if (row.tap().tac() != job.content.tac()) {
            violated(Invariant.SAME_KEY_SAME_ANSWER, job + " is answered with what is stored for another TAC");
        } else if (!row.answer().equals(answer)) {
            violated(Invariant.ACKNOWLEDGED_IS_STORED, job + " is answered " + answer + ", stored is " + row.answer());
        }
        Answer before = heard.putIfAbsent(job.content.key(), answer);
        if (before == null) {
            terminals.note(job.content, answer);
        } else if (!before.equals(answer)) {
            violated(Invariant.SAME_KEY_SAME_ANSWER, job + " was answered " + before + " and now " + answer);
        }
    }

    void refused(Attempt attempt, Cause why) {
        Row row = database.find(attempt.tap.key());
        switch (why) {
            case KEY_REUSED -> {
                counts.keyReused++;
                if (row == null || row.tap().tac() == attempt.tap.tac()) {
                    violated(Invariant.SAME_KEY_SAME_ANSWER, attempt.job + " is told of another tap that is not there");
                }
            }
            case QUEUE_FULL -> counts.add(Fault.QUEUE_FULL);
            case DEADLINE_PASSED -> counts.add(Fault.DEADLINE_PASSED);
            case OUTCOME_UNKNOWN -> counts.add(Fault.OUTCOME_UNKNOWN);
            case STOPPING -> counts.add(Fault.STOPPING);
            case UNAVAILABLE, REFUSED_BY_DATABASE, NEVER_SEEN, NOTHING_TO_REVERSE, REVERSAL_TOO_LATE -> {}
        }
        if (attempt.toldUntouched() && row != null && attempts.get(row.tap()) == attempt) {
            violated(
                    Invariant.SAID_UNTOUCHED_IS_UNTOUCHED,
                    attempt.job + " is refused " + why + " although it is stored");
        }
    }

    /** These were taken by a node that lives; in order of their deadlines. */
    void inTime(Deque<Asked> open, long nowMillis) {
        while (!open.isEmpty() && open.peekFirst().heard) {
            open.removeFirst();
        }
        Asked oldest = open.peekFirst();
        if (oldest != null && nowMillis > oldest.deadlineMillis + 2 * House.SWEEP_MILLIS) {
            violated(Invariant.ANSWERED_IN_TIME, oldest + " has heard nothing");
        }
    }

    void stopped(Collection<Asked> open) {
        for (Asked attempt : open) {
            if (!attempt.heard) {
                violated(Invariant.STOPPED_MEANS_ANSWERED, attempt + " was left behind");
            }
        }
    }

    void behaves(ModelNode node) {
        String misuse = node.misuse();
        if (misuse != null) {
            violated(Invariant.NOTHING_THROWS, misuse);
        }
    }

    /** Everything once more: the whole log through a new reference, and the sums. */
    void closeBooks() {
        comparison.once();
        Books rows = new Books();
        database.rows().forEach(row -> rows.note(row.tap(), row.answer()));
        String books = rows.differenceTo(terminals);
        if (!books.isEmpty()) {
            violated(Invariant.TERMINALS_BOOKS_AGREE, books);
        }
    }
}
