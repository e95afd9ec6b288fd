package cn.suinian.load.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.stage.ClearingLine;
import cn.suinian.load.stage.ClosedDay;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClearingChecksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<TapRow> ROWS =
            List.of(meal(1, 1200, 500, 3, 200), meal(2, 800, 500, 3, 200), meal(3, 900, 0, 0, 0), declined(4));
    private static final ClearingLine SUBSIDISED =
            new ClearingLine("C1", "Canteen", "LUOHU", "MEAL", 2, 2000, 1000, 1000, 400, 0);
    private static final ClearingLine IN_FULL = new ClearingLine("C1", "Canteen", "", "MEAL", 1, 900, 0, 900, 0, 0);

    @Test
    void holdsWhenLinesAndJournalAreTheSumOfTheTaps() {
        assertThat(broken(1400, 1400, SUBSIDISED, IN_FULL)).isEmpty();
    }

    @Test
    void noticesALineThatIsMissing() {
        assertThat(broken(1400, 1400, SUBSIDISED)).containsExactly("the clearing lines are the sum of the taps");
    }

    @Test
    void noticesAJournalThatDoesNotBalanceOrMovesSomethingElse() {
        assertThat(broken(1400, 1399, SUBSIDISED, IN_FULL))
                .containsExactly("the journal balances and equals the clearing");
        assertThat(broken(1401, 1401, SUBSIDISED, IN_FULL))
                .containsExactly("the journal balances and equals the clearing");
    }

    private static List<String> broken(long debit, long credit, ClearingLine... lines) {
        ClosedDay day = new ClosedDay(DAY, "CLEARED", List.of(lines), List.of(), debit, credit);
        return new ClearingChecks(ROWS, List.of(), List.of(day))
                .all().stream()
                        .filter(invariant -> !invariant.holds())
                        .map(Invariant::sentence)
                        .toList();
    }

    private static TapRow meal(int card, long priceFen, long subsidyFen, int payer, long operatorFen) {
        return new TapRow(
                new TapKey(DAY, 1, card, card), card, 1, 1, 2, priceFen, 0, subsidyFen, payer, operatorFen, 0, "C1");
    }

    private static TapRow declined(int card) {
        return new TapRow(new TapKey(DAY, 1, card, card), card, 1, 1, 2, 700, 9, 0, 0, 0, 0, "C1");
    }
}
