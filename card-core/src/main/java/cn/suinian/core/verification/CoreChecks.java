package cn.suinian.core.verification;

import java.util.List;
import java.util.stream.Stream;

/** What holds for people, cards, accounts, taps, reversals and the denylist. */
public final class CoreChecks implements CheckList {

    @Override
    public List<Check> checks() {
        return Stream.of(
                        CardChecks.ALL,
                        StockChecks.ALL,
                        DenylistChecks.ALL,
                        TapChecks.ALL,
                        LimitChecks.ALL,
                        JourneyChecks.ALL,
                        AccountChecks.ALL,
                        ReversalChecks.ALL,
                        PageChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
