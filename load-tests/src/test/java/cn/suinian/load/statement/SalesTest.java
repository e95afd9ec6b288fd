package cn.suinian.load.statement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.fake.TwoSoldDays;
import cn.suinian.load.plan.DayPlan;
import cn.suinian.load.plan.Deed;
import cn.suinian.load.plan.Step;
import cn.suinian.load.plan.Story;
import cn.suinian.load.statement.Sale.Fate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesTest {
    private final DayPlan plan = TwoSoldDays.plans(4).get(0);
    private final List<Step> steps = plan.steps().toList();
    private final List<Sale> sales =
            Sales.byVendor(steps).values().stream().flatMap(List::stream).toList();

    @Test
    void aTapThatWasSentManyTimesIsOneSale() {
        assertThat(steps).extracting(Step::story).contains(Story.RETRY, Story.RETRY_AT_ONCE);
        assertThat(sales).extracting(Sale::key).doesNotHaveDuplicates();
    }

    @Test
    void whatLeftNoTraceIsNoSale() {
        long forged = steps.stream()
                .filter(step -> step.deed() == Deed.SEND && !step.expected().isStored())
                .count();
        assertThat(forged).isPositive();
        assertThat(sales).hasSizeLessThan(steps.size());
    }

    @Test
    void owedIsWhatCountsWithoutWhatWasTakenBack() {
        assertThat(sales).extracting(Sale::fate).contains(Fate.COUNTED, Fate.DECLINED, Fate.TAKEN_BACK);
        Map<Owed, Long> owed = Sales.owed(List.of(sales));
        long all = sales.stream()
                .filter(sale -> sale.fate() == Fate.COUNTED)
                .mapToLong(sale -> sale.subsidyFen() + sale.extraFen())
                .sum();
        assertThat(owed.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(all);
        assertThat(sales)
                .filteredOn(sale -> sale.fate() == Fate.TAKEN_BACK)
                .allSatisfy(sale -> assertThat(sale.owedFen()).isZero());
    }
}
