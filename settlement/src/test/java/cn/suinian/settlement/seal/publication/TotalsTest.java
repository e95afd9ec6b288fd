package cn.suinian.settlement.seal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.settlement.seal.publication.Totals.Line;
import cn.suinian.settlement.seal.publication.policy.Figures;
import cn.suinian.settlement.seal.publication.policy.Figures.Sum;
import cn.suinian.settlement.seal.publication.policy.Suppression;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final int MEAL = 2;

    /** All together less what is told of the payers was one subsidised lunch and one that is not. */
    @Test
    void theSubsidyOfOnePersonDoesNotFollowFromTheTotals() {
        Figures figures = new Totals(List.of(
                        line(null, null, null, 112),
                        line(2, null, null, 60),
                        line(3, null, null, 50),
                        line(5, null, null, 2),
                        line(null, MEAL, null, 112),
                        line(null, null, Totals.NOBODY, 21),
                        line(null, null, 2, 40),
                        line(null, null, 3, 50),
                        line(null, null, 5, 1),
                        line(2, MEAL, 2, 40),
                        line(2, MEAL, Totals.NOBODY, 20),
                        line(3, MEAL, 3, 50),
                        line(5, MEAL, 5, 1),
                        line(5, MEAL, Totals.NOBODY, 1)))
                .figures();
        assertThat(figures.known()).isEqualTo(Set.of(10, 13));
        BitSet hidden = Suppression.OF_THE_CITY.hide(figures);
        assertThat(hidden.get(12) && hidden.get(13)).isTrue();
        for (Sum sum : figures.sums()) {
            if (!hidden.get(sum.total())) {
                List<Integer> left = sum.parts().stream()
                        .filter(part -> hidden.get(part) && !figures.known().contains(part))
                        .toList();
                assertThat(left.isEmpty()
                                || left.stream().anyMatch(i -> figures.holders().get(i) >= 10))
                        .as("%s of %s", left, sum)
                        .isTrue();
            }
        }
    }

    private static Line line(Integer district, Integer service, Integer payer, long holders) {
        return new Line(district, service, payer, holders, holders, 1800 * holders, 700 * holders);
    }
}
