package cn.suinian.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole day end in a process of its own that is killed with signal 9, at random and in the middle of what is written
 * last, again and again, comes to the same books as one that nobody disturbed. At random it takes minutes: {@code
 * -Dsuinian.dayend.kills=10} runs ten rounds of it.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("an account's window holds the counters of the stored taps") // planted, not tapped
class DayEndKilledTest {
    private static final Logger LOG = LoggerFactory.getLogger(DayEndKilledTest.class);
    private static final int ROUNDS = Integer.getInteger("suinian.dayend.kills", 0);
    private static final int MOST_KILLS = 8;
    private static final int MANY_RIDES = 20_000;
    private static final int FEW_RIDES = 200;

    /** Written in the steps of the bank's answer and of the publication, and in no other. */
    private static final List<String> AIMS = List.of("bank_status_row", "day_publication");

    private static final List<String> AIMED_AT = List.of("answer", "publish");

    @TempDir
    private Path directory;

    @Test
    void whatWasHalfTakenOrHalfPublishedIsDoneAgainOnce(Database database) throws Exception {
        DayEndStand stand = new DayEndStand(directory);
        stand.plant(database, FEW_RIDES);
        Database calm = DayEndStand.copy(database, "calm");
        stand.doHere(calm);
        List<String> books = DayEndStand.books(calm);
        assertThat(books).doesNotContainNull();
        List<String> killed = new ArrayList<>();
        for (String table : AIMS) {
            try (AimedKill aim = new AimedKill(database, table)) {
                killed.add(aim.kill(stand.start(database)));
            }
        }
        assertThat(killed).as("steps it was killed in").isEqualTo(AIMED_AT);
        stand.doHere(database);
        assertThat(DayEndStand.books(database)).isEqualTo(books);
        DayEndStand.drop(calm);
    }

    @Test
    @EnabledIfSystemProperty(named = "suinian.dayend.kills", matches = "[1-9][0-9]*")
    void comesToTheSameBooksWhereverItIsKilled(Database database) throws Exception {
        DayEndStand stand = new DayEndStand(directory);
        stand.plant(database, MANY_RIDES);
        Database calm = DayEndStand.copy(database, "calm");
        Process undisturbed = stand.start(calm);
        long began = System.nanoTime();
        assertThat(undisturbed.waitFor()).as("nobody disturbed it").isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        List<String> books = DayEndStand.books(calm);
        assertThat(books).doesNotContainNull();
        Random random = new Random(ROUNDS);
        Map<String, Integer> kills = new TreeMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Database disturbed = DayEndStand.copy(database, "killed" + round);
            List<String> killed = disturb(stand, disturbed, random, millis);
            killed.forEach(step -> kills.merge(step, 1, Integer::sum));
            assertThat(DayEndStand.books(disturbed))
                    .as("round %d, killed in %s", round, killed)
                    .isEqualTo(books);
            DayEndStand.drop(disturbed);
        }
        DayEndStand.drop(calm);
        LOG.warn("{} day ends, killed in {}; undisturbed one takes {} ms", ROUNDS, kills, millis);
        assertThat(kills).containsKeys(AIMED_AT.toArray(String[]::new));
    }

    /** Kills it at random until it gets to what is aimed at, then there, and so on; at last it is let go on. */
    private static List<String> disturb(DayEndStand stand, Database database, Random random, long millis)
            throws Exception {
        List<String> killed = new ArrayList<>();
        for (int i = 0; i < AIMS.size(); i++) {
            try (AimedKill aim = new AimedKill(database, AIMS.get(i))) {
                Process run = stand.start(database);
                while (killed.size() < MOST_KILLS * (i + 1) / AIMS.size() && !reached(aim, run, random, millis)) {
                    killed.add(DayEndStand.kill(run));
                    run = stand.start(database);
                }
                killed.add(aim.kill(run));
            }
        }
        assertThat(stand.start(database).waitFor()).as(stand.complaints()).isZero();
        return killed;
    }

    /** Waits a while at random; whether it got to what is aimed at. */
    private static boolean reached(AimedKill aim, Process run, Random random, long millis) throws Exception {
        boolean ended = run.waitFor(random.nextLong(millis * 2 / 3), TimeUnit.MILLISECONDS);
        assertThat(ended).as("it gets past nothing that is aimed at").isFalse();
        return aim.isReached();
    }
}
