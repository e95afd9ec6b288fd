package cn.suinian.core.entitlement.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.JourneyHalf.Kind;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever arrives in whatever order: no tap is paired twice and no pair is impossible. */
class JourneyPairingPropertyTest {

    private static final int TAPS = 2_000;

    private static List<JourneyHalf> taps(Random random) {
        List<JourneyHalf> taps = new ArrayList<>();
        long at = 1_795_392_000L;
        for (int seq = 1; seq <= TAPS; seq++) {
            at += random.nextInt(10) == 0 ? random.nextInt(30_000) : random.nextInt(3_600);
            taps.add(new JourneyHalf(random.nextBoolean() ? Kind.ENTRY : Kind.EXIT, at, 268_001, seq));
        }
        return taps;
    }

    /** Neighbours change places, as when one gate is offline for a while. */
    private static void shuffleALittle(List<JourneyHalf> taps, Random random) {
        for (int i = 0; i + 8 < taps.size(); i += 1 + random.nextInt(8)) {
            Collections.swap(taps, i, i + random.nextInt(8));
        }
    }

    private static JourneyPairing arrive(JourneyHalf tap, JourneyHalf waiting) {
        return tap.kind() == Kind.ENTRY ? JourneyPairing.entry(tap, waiting) : JourneyPairing.exit(tap, waiting);
    }

    private static void assertPossible(JourneyHalf tap, JourneyHalf partner) {
        JourneyHalf entry = tap.kind() == Kind.ENTRY ? tap : partner;
        JourneyHalf exit = tap.kind() == Kind.ENTRY ? partner : tap;
        assertThat(entry.kind()).isEqualTo(Kind.ENTRY);
        assertThat(exit.kind()).isEqualTo(Kind.EXIT);
        assertThat(exit.at() - entry.at()).isBetween(0L, JourneyPairing.LONGEST_SECONDS);
    }

    @ParameterizedTest
    @MethodSource("cn.suinian.core.Seeds#list")
    void noTapIsPairedTwiceAndEveryPairIsPossible(long seed) {
        Random random = new Random(seed);
        List<JourneyHalf> taps = taps(random);
        shuffleALittle(taps, random);
        Set<Long> paired = new HashSet<>();
        JourneyHalf waiting = JourneyHalf.NONE;
        for (JourneyHalf tap : taps) {
            JourneyPairing pairing = arrive(tap, waiting);
            if (pairing.outcome() == Outcome.COMPLETED) {
                assertPossible(tap, pairing.partner());
                assertThat(paired.add(tap.terminalSeq())).isTrue();
                assertThat(paired.add(pairing.partner().terminalSeq())).isTrue();
                assertThat(pairing.waiting()).isEqualTo(JourneyHalf.NONE);
            } else {
                assertThat(pairing.partner()).isEqualTo(JourneyHalf.NONE);
                assertThat(pairing.waiting().at()).isGreaterThanOrEqualTo(Math.max(tap.at(), waiting.at()));
            }
            waiting = pairing.waiting();
        }
    }

    @ParameterizedTest
    @MethodSource("cn.suinian.core.Seeds#list")
    void whoTapsInAndOutInOrderHasOnlyWholeJourneys(long seed) {
        Random random = new Random(seed);
        JourneyHalf waiting = JourneyHalf.NONE;
        long at = 1_795_392_000L;
        for (int seq = 1; seq < 200; seq += 2) {
            JourneyHalf entry = new JourneyHalf(Kind.ENTRY, at, 1, seq);
            JourneyHalf exit = new JourneyHalf(Kind.EXIT, at + random.nextInt(14_401), 2, seq + 1);
            boolean exitFirst = random.nextBoolean();
            waiting = arrive(exitFirst ? exit : entry, waiting).waiting();
            JourneyPairing second = arrive(exitFirst ? entry : exit, waiting);
            assertThat(second.outcome()).isEqualTo(Outcome.COMPLETED);
            waiting = second.waiting();
            at = exit.at() + random.nextInt(5_000);
        }
    }
}
