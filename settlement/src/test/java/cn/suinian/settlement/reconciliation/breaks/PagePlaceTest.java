package cn.suinian.settlement.reconciliation.breaks;

import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of the worklist lead back the way they lead on, and know how many stand before them. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class PagePlaceTest extends DayOfBreaks {
    private static final int PAGE = 2;

    @ParameterizedTest
    @EnumSource(Order.class)
    void everyPageKnowsTheOneBeforeIt(Order order) throws Exception {
        take(row(11, 800), row(12, 900), row(13, 900), row(14, 950));
        long all = stand.worklist.count(CLERK, BreakFilter.OPEN);
        assertThat(all).isGreaterThan(3 * PAGE);
        List<Break> starts = new ArrayList<>();
        long before = 0;
        Break after = null;
        List<Break> page = page(order, null);
        while (!page.isEmpty()) {
            PagePlace place = stand.worklist.place(CLERK, BreakFilter.OPEN, order, after, PAGE);
            assertThat(place.before()).isEqualTo(before);
            if (starts.size() > 1) {
                assertThat(place.newerAfter()).contains(starts.get(starts.size() - 2));
            } else {
                assertThat(place.newerAfter()).isEmpty();
            }
            before += page.size();
            after = page.get(page.size() - 1);
            starts.add(after);
            page = page(order, after);
        }
        assertThat(before).isEqualTo(all);
    }

    private List<Break> page(Order order, @Nullable Break after) throws Exception {
        return stand.worklist.page(CLERK, BreakFilter.OPEN, order, after, PAGE);
    }
}
