package cn.suinian.core.verification;

import java.util.List;
import java.util.stream.Stream;

/** What holds for the register, lists of people, cards, accounts, taps, reversals, the denylist and the audit trail. */
public final class CoreChecks implements CheckList {

    @Override
    public List<Check> checks() {
        return Stream.of(
                        CardChecks.ALL,
                        HolderChecks.ALL,
                        BulkChecks.ALL,
                        StockChecks.ALL,
                        DenylistChecks.ALL,
                        TapChecks.ALL,
                        LimitChecks.ALL,
                        JourneyChecks.ALL,
                        AccountChecks.ALL,
                        ReversalChecks.ALL,
                        AuditChecks.ALL,
                        PageChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
