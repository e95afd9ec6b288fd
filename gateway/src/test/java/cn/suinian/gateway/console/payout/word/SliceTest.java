package cn.suinian.gateway.console.payout.word;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.console.page.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final Address HERE = new Address("/payouts/1");
    private static final List<String> CODES =
            IntStream.range(0, 120).mapToObj("C-%03d"::formatted).toList();

    @Test
    void pagesByKeyHaveEveryRowOnceAndLeadOn() {
        List<String> seen = new ArrayList<>();
        String after = "";
        Slice<String> page = Slice.after(CODES, Function.identity(), after, HERE, "after");
        assertThat(page.first()).isNull();
        assertThat(page.all()).isEqualTo(120);
        while (true) {
            seen.addAll(page.rows());
            if (page.next() == null) {
                break;
            }
            after = page.rows().get(Slice.ROWS - 1);
            assertThat(page.next()).isEqualTo("/payouts/1?after=" + after);
            page = Slice.after(CODES, Function.identity(), after, HERE, "after");
            assertThat(page.first()).isEqualTo("/payouts/1");
        }
        assertThat(seen).isEqualTo(CODES);
    }

    @Test
    void pagesByPlaceStayWithinTheList() {
        assertThat(Slice.from(CODES, 0, HERE, "from").next()).isEqualTo("/payouts/1?from=50");
        assertThat(Slice.from(CODES, 100, HERE, "from").rows()).hasSize(20);
        assertThat(Slice.from(CODES, 100, HERE, "from").next()).isNull();
        assertThat(Slice.from(CODES, 9_999, HERE, "from").rows()).isEmpty();
        assertThat(Slice.from(CODES, -1, HERE, "from").rows()).hasSize(Slice.ROWS);
    }
}
