package cn.suinian.core.simulation;

import cn.suinian.core.authorization.ModelNode;
import cn.suinian.core.authorization.ModelNode.Place;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.CardStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes of the house, their births and deaths, and the wires from the terminals to them. */
final class House {

    static final long SWEEP_MILLIS = 50;

    private static final int MOST_NODE_SKEW_SECONDS = 60;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration MOST_SKEW = Duration.ofMinutes(3);
    private static final Duration JUST_MADE = Duration.ofSeconds(30);

    /** A place for a node; the nodes come and go. */
    private static final class Slot {
        final int number;
        final int skewSeconds;
        final Deque<Asked> open = new ArrayDeque<>();

        @Nullable
        ModelNode node;

        boolean stopping;

        Slot(int number, int skewSeconds) {
            this.number = number;
            this.skewSeconds = skewSeconds;
        }
    }

    private final Place place;
    private final Temper temper;
    private final Dice dice;
    private final Wall wall;
    private final Trace trace;
    private final Watch watch;
    private final Counts counts;
    private final List<Slot> slots = new ArrayList<>();
    private boolean wiresAreGood;
    private long reversalsAsked;

    House(Place place, Temper temper, Dice dice, Wall wall, Trace trace, Watch watch, Counts counts) {
        this.place = place;
        this.temper = temper;
        this.dice = dice;
        this.wall = wall;
        this.trace = trace;
        this.watch = watch;
        this.counts = counts;
        for (int number = 0; number < temper.nodes; number++) {
            int most = temper.skewedClocks ? MOST_NODE_SKEW_SECONDS : 0;
            Slot slot = new Slot(number, dice.between(-most, most));
            slots.add(slot);
            start(slot);
        }
        place.world().later(SWEEP_MILLIS, this::sweep);
    }

    int size() {
        return slots.size();
    }

    /** Presents a tap at this node, or at the next one that is there. */
    @Nullable
    Attempt present(Job job, int number) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get((number + i) % slots.size());
            if (slot.node != null) {
                return present(job, slot, slot.node);
            }
        }
        return null;
    }

    private @Nullable Attempt present(Job job, Slot slot, ModelNode node) {
        Instant receivedAt = receivedAt(slot);
        if (Duration.between(receivedAt, job.content.tappedAt()).compareTo(TOLERANCE) > 0) {
            return null; // the door refuses what comes from the future
        }
        Tap tap = received(job.content, receivedAt);
        if (Duration.between(tap.tappedAt(), receivedAt).compareTo(TOLERANCE) > 0) {
            counts.add(Fault.LATE);
        }
        long deadline = place.world().nowMillis() + temper.lanes.deadlineMillis();
        Attempt attempt = new Attempt(job, tap, deadline, lostAtChange(job));
        counts.presented++;
        watch.presented(attempt);
        slot.open.addLast(attempt);
        trace.say(() -> "node " + slot.number + " takes " + job + ": " + Words.of(tap));
        node.present(tap, new Wire(attempt));
        return attempt;
    }

    /** A card that was reported lost before this tap was made, and a tap that is made right now and says so. */
    private int lostAtChange(Job job) {
        boolean now = Duration.between(job.madeAt, wall.now()).compareTo(JUST_MADE) < 0
                && Duration.between(job.content.at(), job.madeAt).compareTo(MOST_SKEW) <= 0;
        long holderId = job.content.key().holderId();
        Card card = place.database().facts(holderId).card(job.content.cardSerial());
        Instant recorded = Instant.ofEpochSecond(
                card.history().get(card.history().size() - 1).recordedAt());
        boolean lost = card.status() == CardStatus.LOST
                && job.madeAt.isAfter(LocalDateTime.ofInstant(recorded, TapBuilder.SHANGHAI));
        return now && lost ? watch.changesOf(holderId) : -1;
    }

    private final class Wire implements ModelNode.Terminal<Answer> {

        private final Attempt attempt;

        Wire(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void answered(Answer answer) {
            attempt.heard = true;
            trace.say(() -> attempt.job + " is answered " + Words.of(answer));
            watch.answered(attempt, answer);
            if (wiresAreGood || !dice.permille(temper.replyLostPermille)) {
                attempt.job.answer = answer;
            } else {
                counts.add(Fault.REPLY_LOST);
            }
        }

        @Override
        public void refused(Cause why) {
            attempt.heard = true;
            attempt.refused = why;
            trace.say(() -> attempt.job + " is refused " + why);
            watch.refused(attempt, why);
            boolean poison = City.POISON.equals(attempt.tap.context().vehicle());
            if (why == Cause.KEY_REUSED || (why == Cause.REFUSED_BY_DATABASE && poison)) {
                attempt.job.end = why;
            }
        }
    }

    /** Asks this node, or the next one that is there, to undo a tap. */
    Undo.@Nullable Attempt present(Undo undo, int number) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get((number + i) % slots.size());
            if (slot.node != null) {
                return present(undo, slot, slot.node);
            }
        }
        return null;
    }

    private Undo.Attempt present(Undo undo, Slot slot, ModelNode node) {
        Instant at = receivedAt(slot).plusNanos(++reversalsAsked % 900_000); // tells one request from another
        TapKey key = undo.of.content.key();
        Undo.Attempt attempt = new Undo.Attempt(
                undo,
                new Reversal.Request(key, undo.cause, at),
                place.world().nowMillis() + temper.lanes.deadlineMillis(),
                place.database().find(key) != null);
        watch.presented(attempt);
        slot.open.addLast(attempt);
        trace.say(() -> "node " + slot.number + " takes the " + undo + ", " + undo.cause);
        node.present(attempt.request, new UndoWire(attempt));
        return attempt;
    }

    private final class UndoWire implements ModelNode.Terminal<Reversal> {

        private final Undo.Attempt attempt;

        UndoWire(Undo.Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void answered(Reversal reversal) {
            attempt.heard = true;
            trace.say(() -> attempt + " is answered, left " + reversal.balanceLeft());
            watch.answered(attempt, reversal);
            if (wiresAreGood || !dice.permille(temper.replyLostPermille)) {
                attempt.undo.answer = reversal;
            }
        }

        @Override
        public void refused(Cause why) {
            attempt.heard = true;
            attempt.refused = why;
            trace.say(() -> attempt + " is refused " + why);
            watch.refused(attempt, why);
            if (why == Cause.NEVER_SEEN || why == Cause.NOTHING_TO_REVERSE || why == Cause.REVERSAL_TOO_LATE) {
                attempt.undo.end = why;
            }
        }
    }

    private Instant receivedAt(Slot slot) {
        return wall.now()
                .plusSeconds(slot.skewSeconds)
                .atZone(TapBuilder.SHANGHAI)
                .toInstant();
    }

    private void sweep() {
        for (Slot slot : slots) {
            ModelNode node = slot.node;
            if (node != null) {
                node.sweep();
                watch.inTime(slot.open, place.world().nowMillis());
                watch.behaves(node);
            }
        }
        place.world().later(SWEEP_MILLIS, this::sweep);
    }

    /** A node is gone at once, and another takes its place a little later. */
    void crash(int number) {
        Slot slot = slots.get(number);
        if (slot.node != null) {
            counts.add(Fault.NODE_CRASHED);
            trace.say(() -> "node " + number + " crashes");
            watch.behaves(slot.node);
            slot.node.crash();
            slot.node = null;
            slot.stopping = false;
            slot.open.clear();
            place.world().later(dice.oneIn(2) ? 0 : dice.below(300), () -> start(slot));
        }
    }

    /** A node stops in good order, and another takes its place. */
    void stop(int number) {
        Slot slot = slots.get(number);
        ModelNode node = slot.node;
        if (node != null && !slot.stopping) {
            counts.add(Fault.NODE_STOPPED);
            trace.say(() -> "node " + number + " is told to stop");
            slot.stopping = true;
            node.stop().onComplete(stopped -> {
                if (slot.node == node) {
                    trace.say(() -> "node " + slot.number + " has stopped");
                    watch.stopped(slot.open);
                    slot.node = null;
                    slot.stopping = false;
                    start(slot);
                }
            });
        }
    }

    private void start(Slot slot) {
        if (slot.node == null) {
            slot.open.clear();
            slot.node = new ModelNode(
                    place, temper.lanes, line -> trace.say(() -> "node " + slot.number + " " + line.get()));
        }
    }

    /** One node's memory of somebody is gone, as when a cache is full. */
    void forget(int number, long holderId) {
        ModelNode node = slots.get(number).node;
        if (node != null) {
            counts.add(Fault.FORGOTTEN);
            node.forget(holderId);
        }
    }

    /** From now on no answer is lost on its way. */
    void repairWires() {
        wiresAreGood = true;
    }

    private static Tap received(Tap tap, Instant at) {
        return new Tap(
                tap.key(),
                tap.vendorId(),
                tap.service(),
                tap.cardSerial(),
                tap.cardCounter(),
                tap.amountFen(),
                tap.at(),
                tap.tappedAt(),
                at,
                tap.tac(),
                tap.placeKind(),
                tap.context());
    }
}
