package cn.suinian.settlement.payout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.settlement.payout.policy.UnpaidDays.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnpaidDaysTest {
    private static final LocalDate DAY_26 = LocalDate.parse("2026-11-26");
    private static final LocalDate DAY_27 = LocalDate.parse("2026-11-27");

    @Test
    void whatCameBackIsOfTheDayThatItHadPaidWhateverWasPaidSince() {
        NavigableMap<LocalDate, Long> owed = new TreeMap<>(Map.of(DAY_26, 714L, DAY_27, 826L));
        assertThat(UnpaidDays.of(owed, List.of(new Move("payment:1", 714), new Move("payment:2", 826))))
                .isEmpty();
        List<Move> returned =
                List.of(new Move("payment:1", 714), new Move("payment:2", 826), new Move("payment:1", -714));
        assertThat(UnpaidDays.of(owed, returned)).containsExactly(Map.entry(DAY_26, 714L));
        List<Move> again = new ArrayList<>(returned);
        again.add(new Move("payment:3", 714));
        assertThat(UnpaidDays.of(owed, again)).isEmpty();
    }

    @Test
    void whatADayTakesBackIsMoneyOfTheDaysBeforeIt() {
        NavigableMap<LocalDate, Long> owed = new TreeMap<>(Map.of(DAY_26, 900L, DAY_27, -200L));
        assertThat(UnpaidDays.of(owed, List.of())).containsExactly(Map.entry(DAY_26, 700L));
        owed.put(DAY_26, 100L);
        owed.put(DAY_27.plusDays(1), 300L);
        assertThat(UnpaidDays.of(owed, List.of())).containsExactly(Map.entry(DAY_27.plusDays(1), 200L));
    }

    @Test
    void theDaysComeToWhatIsOwedWhateverWasPaidAndReturned() {
        Random random = new Random(27);
        for (int n = 0; n < 2000; n++) {
            NavigableMap<LocalDate, Long> owed = new TreeMap<>();
            for (int day = 0; day < 5; day++) {
                owed.put(DAY_26.plusDays(day), (long) random.nextInt(1000));
            }
            long whole = owed.values().stream().mapToLong(Long::longValue).sum();
            List<Move> moves = new ArrayList<>();
            long paid = 0;
            for (int payment = 0; payment < 4 && whole > paid; payment++) {
                Move move = new Move("payment:" + payment, 1 + random.nextInt((int) (whole - paid)));
                moves.add(move);
                paid += move.fen();
                if (random.nextBoolean()) {
                    moves.add(new Move(move.reference(), -move.fen()));
                    paid -= move.fen();
                }
            }
            NavigableMap<LocalDate, Long> left = UnpaidDays.of(owed, moves);
            assertThat(left.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(whole - paid);
            assertThat(left).allSatisfy((day, fen) -> assertThat(fen).isBetween(1L, owed.get(day)));
        }
    }
}
