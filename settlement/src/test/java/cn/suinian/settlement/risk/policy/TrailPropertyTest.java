package cn.suinian.settlement.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any trail. */
class TrailPropertyTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final List<Place> PLACES =
            List.of(TapMaker.FUTIAN, TapMaker.LONGGANG, TapMaker.NEXT_DOOR, new Place(22_600_000, 114_000_000));

    /** A scan that begins later, with the run-up that the limits ask for, says the same about what comes after. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTrailWalkedFromLaterOnGivesTheSameFlags(long seed) {
        List<RiskTap> trail = randomTrail(new Random(seed), 400);
        Instant from = trail.get(250).tappedAt();
        Instant start = from.minus(RiskLimits.DEFAULT.holderReach());
        List<RiskTap> tail =
                trail.stream().filter(tap -> !tap.tappedAt().isBefore(start)).toList();
        assertThat(tail).hasSizeLessThan(trail.size());
        assertThat(texts(walk(tail, from))).isNotEmpty().isEqualTo(texts(walk(trail, from)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void flagsAreInBoundsAndNameNobody(long seed) {
        assertThat(walk(randomTrail(new Random(seed), 400), Instant.EPOCH)).allSatisfy(flag -> {
            assertThat(flag.score()).isBetween(0, 100);
            assertThat(flag.evidence().json()).matches("\\{(\"[A-Za-z]+\":(-?\\d+|\"[A-Za-z0-9_:+.-]*\"),?)+}");
            if (flag.other() != null) {
                assertThat(flag.other().tappedAt()).isBeforeOrEqualTo(flag.tap().tappedAt());
                assertThat(flag.other().key()).isNotEqualTo(flag.tap().key());
            }
        });
    }

    /** A tap more can add flags; it takes away none but those between its two neighbours. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void aLateTapTakesNoTravelAwayButBetweenItsNeighbours(long seed) {
        List<RiskTap> trail = randomTrail(new Random(seed), 200);
        List<RiskTap> without = new ArrayList<>(trail);
        RiskTap late = without.remove(100);
        List<String> gone = texts(walk(without, Instant.EPOCH)).stream()
                .filter(text -> text.startsWith("IMPOSSIBLE"))
                .collect(Collectors.toCollection(ArrayList::new));
        gone.removeAll(texts(walk(trail, Instant.EPOCH)));
        assertThat(gone).as("without " + late.key()).hasSizeLessThanOrEqualTo(1);
    }

    private static List<RiskTap> randomTrail(Random random, int taps) {
        List<RiskTap> trail = new ArrayList<>();
        List<Integer> seconds =
                random.ints(taps, 0, 86_000).distinct().sorted().boxed().toList();
        for (int second : seconds) {
            TapMaker tap = TapMaker.at(LocalTime.ofSecondOfDay(second).format(TIME));
            switch (random.nextInt(6)) {
                case 0 -> tap.lunch();
                case 1 -> tap.ride(Direction.ENTRY);
                case 2 -> tap.ride(Direction.EXIT);
                case 3 -> tap.ride(Direction.BOARD).in(null);
                case 4 -> tap.declined(DeclineReason.COUNTER_REPLAYED);
                default -> tap.goodFaith();
            }
            if (tap.make().place() != null) {
                tap.in(PLACES.get(random.nextInt(PLACES.size())));
            }
            trail.add(tap.make());
        }
        trail.sort(Comparator.comparing(RiskTap::tappedAt));
        return trail;
    }

    private static List<RiskFlag> walk(List<RiskTap> trail, Instant from) {
        List<RiskFlag> flags = new ArrayList<>();
        trail.forEach(Trails.ofHolders(RiskLimits.DEFAULT, from, flags::add));
        return flags;
    }

    private static List<String> texts(List<RiskFlag> flags) {
        return flags.stream()
                .map(flag -> flag.kind() + " " + flag.tap().key() + " " + flag.score() + flag.evidence())
                .toList();
    }
}
