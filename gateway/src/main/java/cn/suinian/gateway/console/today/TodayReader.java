package cn.suinian.gateway.console.today;

import cn.suinian.gateway.console.page.Figures;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads today's figures, counting only what came since the last look. One reading at a time: {@link TodayBoard} sees to
 * that.
 */
final class TodayReader {

    /** How many of the latest taps are shown. */
    static final int LATEST = 20;

    /** A tap is in the table at most this long after its time of receipt: far longer than a terminal waits. */
    static final Duration SETTLED = Duration.ofMinutes(2);

    /** How long a kept count is added to before the whole day is counted again. */
    static final Duration RECOUNT = Duration.ofMinutes(15);

    /** Where the latest taps are looked for, in turn: a busy city has hundreds in a minute, a quiet night few. */
    private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(1), Duration.ofHours(1));

    private static final Logger LOG = LoggerFactory.getLogger(TodayReader.class);

    private final TodayStore store;
    private final Clock clock;
    private volatile Kept kept = new Kept(LocalDate.EPOCH, Instant.EPOCH, Tally.NOTHING, Instant.EPOCH, Instant.EPOCH);

    /**
     * What is carried from one look to the next.
     *
     * @param tally all taps of the day received before the mark
     * @param newest the latest time of receipt seen
     */
    private record Kept(LocalDate day, Instant mark, Tally tally, Instant newest, Instant recountAt) {

        boolean holds(LocalDate today, Instant now) {
            return day.equals(today) && now.isBefore(recountAt) && !now.isBefore(mark);
        }
    }

    private record Count(Tally tally, Tally undone, Instant newest) {}

    private record Around(
            long late,
            @Nullable LocalDate openDay,
            @Nullable ClosedDay lastClosed) {}

    TodayReader(TodayStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Today's figures as they are now. */
    Future<Today> read() {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, Figures.ZONE);
        return count(day, now)
                .compose(count -> latest(day, count, 0)
                        .compose(taps -> around(day).map(around -> today(day, now, count, taps, around))));
    }

    private static Today today(LocalDate day, Instant now, Count count, List<LatestTap> taps, Around around) {
        return new Today(
                day, now, count.tally(), count.undone(), around.late(), taps, around.openDay(), around.lastClosed());
    }

    /** What was undone is counted whole each time, being little, and first: its taps are then among those counted. */
    private Future<Count> count(LocalDate day, Instant now) {
        return store.countUndone(day).compose(undone -> count(day, now, undone));
    }

    private Future<Count> count(LocalDate day, Instant now, Tally undone) {
        Instant dawn = dawn(day);
        Kept last = kept.holds(day, now) ? kept : new Kept(day, dawn, Tally.NOTHING, dawn, now.plus(RECOUNT));
        Instant mark = later(last.mark(), now.minus(SETTLED));
        return store.count(day, last.mark(), mark).map(counted -> {
            Tally settled = last.tally().plus(counted.before());
            Instant newest = counted.newest() == null ? last.newest() : later(last.newest(), counted.newest());
            kept = new Kept(day, mark, settled, newest, last.recountAt());
            return new Count(settled.plus(counted.since()), undone, newest);
        });
    }

    private Future<List<LatestTap>> latest(LocalDate day, Count count, int attempt) {
        long wanted = Math.min(LATEST, count.tally().total().taps());
        boolean last = attempt == WINDOWS.size();
        Instant from = last ? dawn(day) : count.newest().minus(WINDOWS.get(attempt));
        return store.listLatest(day, from, LATEST)
                .compose(taps ->
                        taps.size() >= wanted || last ? Future.succeededFuture(taps) : latest(day, count, attempt + 1));
    }

    private Future<Around> around(LocalDate day) {
        Future<Long> late = store.countLate(day);
        Future<Optional<LocalDate>> open = store.findOpenDay();
        Future<Optional<ClosedDay>> closed = lastClosed();
        return Future.all(late, open, closed)
                .map(all -> new Around(
                        late.result(),
                        open.result().orElse(null),
                        closed.result().orElse(null)));
    }

    /** What settlement has to say is an extra: without it the page still shows the taps. */
    private Future<Optional<ClosedDay>> lastClosed() {
        return store.findLastClosed().recover(failure -> {
            LOG.warn("the last closed day could not be read: {}", failure.getMessage());
            return Future.succeededFuture(Optional.empty());
        });
    }

    /** Before any tap of the day can have been received, whatever a terminal's or a node's clock said. */
    private static Instant dawn(LocalDate day) {
        return day.minusDays(1).atStartOfDay(Figures.ZONE).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
