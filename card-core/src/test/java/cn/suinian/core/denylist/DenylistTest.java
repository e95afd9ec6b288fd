package cn.suinian.core.denylist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.Seeds;
import cn.suinian.core.denylist.Denylist.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenylistTest {

    @Test
    void hasACardOnceThatWasAddedRemovedAndAddedAgain() {
        Denylist list = Denylist.EMPTY
                .with(1, List.of(new Change(1, 7, true)))
                .with(2, List.of(new Change(2, 7, false)))
                .with(3, List.of(new Change(3, 7, true)));
        assertThat(added(list, 0)).containsExactly(7);
        assertThat(added(list, 1)).containsExactly(7);
        assertThat(removed(list, 0)).isEmpty();
        assertThat(added(list, 3)).isEmpty();
    }

    @Test
    void stepsFromAnyVersionToTheLatest() {
        Denylist list = Denylist.EMPTY
                .with(1_000, List.of(new Change(1_000, 1, true), new Change(5, 2, true)))
                .with(1_000_000_000_000L, List.of(new Change(1_000_000_000_000L, 2, false)));
        assertThat(list.version()).isEqualTo(1_000_000_000_000L);
        assertThat(added(list, 4)).containsExactly(1);
        assertThat(removed(list, 4)).containsExactly(2);
        assertThat(list.changesSince(999)).isEqualTo(2);
        assertThat(list.changesSince(1_000)).isEqualTo(1);
        assertThat(list.changesSince(Long.MAX_VALUE)).isZero();
    }

    static LongStream seeds() {
        return Seeds.list();
    }

    /** Whatever version a terminal has, the changes since make its list the list. */
    @ParameterizedTest
    @MethodSource("seeds")
    void leadsEveryTerminalToTheSameList(long seed) {
        Random random = new Random(seed);
        Map<Long, Set<Integer>> truth = new TreeMap<>(Map.of(0L, Set.of()));
        Set<Integer> now = new HashSet<>();
        Denylist list = Denylist.EMPTY;
        long version = 0;
        for (int read = 0; read < 20; read++) {
            Map<Integer, Change> since = new LinkedHashMap<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                int card = random.nextInt(30);
                boolean listed = now.add(card) || !now.remove(card);
                since.put(card, new Change(++version, card, listed));
                truth.put(version, Set.copyOf(now));
            }
            list = list.with(version, new ArrayList<>(since.values()));
            for (Map.Entry<Long, Set<Integer>> had : truth.entrySet()) {
                Set<Integer> has = new HashSet<>(had.getValue());
                has.addAll(added(list, had.getKey()));
                has.removeAll(removed(list, had.getKey()));
                assertThat(has).isEqualTo(now);
            }
        }
        assertThat(list.version()).isEqualTo(version);
        assertThat(new HashSet<>(added(list, 0))).isEqualTo(now);
    }

    private static List<Integer> added(Denylist list, long since) {
        List<Integer> cards = new ArrayList<>();
        list.eachAddedSince(since, cards::add);
        return cards;
    }

    private static List<Integer> removed(Denylist list, long since) {
        List<Integer> cards = new ArrayList<>();
        list.eachRemovedSince(since, cards::add);
        return cards;
    }
}
