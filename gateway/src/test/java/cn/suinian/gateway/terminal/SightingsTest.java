package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.terminal.gate.Sighting;
import cn.suinian.gateway.terminal.gate.Sightings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sightings wait in memory until they are written, and a write that fails loses none. */
class SightingsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final List<List<Sighting>> written = new ArrayList<>();
    private Future<Void> outcome = Future.succeededFuture();
    private final Sightings sightings = new Sightings(batch -> {
        written.add(batch);
        return outcome;
    });

    @Test
    void aTerminalIsOneRowAndRowsAreSorted() {
        for (int i = 0; i < 1_000; i++) {
            sightings.note(seen(i * 37 % 10, i));
        }
        sightings.flush();
        assertThat(written.get(0))
                .extracting(Sighting::terminalId)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(written.get(0)).allMatch(each -> !each.lastSeen().isBefore(NOON.plusSeconds(990)));
        sightings.flush();
        assertThat(written).as("nothing new, nothing to write").hasSize(1);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLaterUnlessThereIsNews() {
        outcome = Future.failedFuture("no database");
        sightings.note(seen(1, 5).signedIn().reporting("old", 3));
        sightings.note(seen(2, 5));
        sightings.flush();
        sightings.note(seen(1, 9).reporting("new", null));
        outcome = Future.succeededFuture();
        sightings.flush();
        assertThat(written.get(1))
                .containsExactly(seen(1, 5).signedIn().reporting("new", 3).and(seen(1, 9)), seen(2, 5));
    }

    @Test
    void oneWriteAtATimeAndNewsWaitsForTheNext() {
        Promise<Void> slow = Promise.promise();
        outcome = slow.future();
        sightings.note(seen(1, 1));
        Future<Void> first = sightings.flush();
        sightings.note(seen(2, 2));
        assertThat(sightings.flush()).isSameAs(first);
        slow.complete();
        sightings.flush();
        assertThat(written).hasSize(2);
    }

    @Test
    void theNewerTellsWhicheverComesFirst() {
        Sighting older = seen(1, 1).holding(9L, NOON.plusSeconds(1)).reporting("1.0", 5);
        Sighting newer = seen(1, 2).holding(4L, NOON.minusSeconds(9_000));
        Sighting both = older.and(newer);
        assertThat(newer.and(older)).isEqualTo(both);
        assertThat(both.lastSeen()).isEqualTo(NOON.plusSeconds(2));
        assertThat(both.denylist()).isEqualTo(new Sighting.HeldList(9, NOON.plusSeconds(1)));
        assertThat(both.software()).isEqualTo("1.0");
    }

    private static Sighting seen(long terminalId, long second) {
        return Sighting.call(terminalId, NOON.plusSeconds(second), 0, 1);
    }
}
