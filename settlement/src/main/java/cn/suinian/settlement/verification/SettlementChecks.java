package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.CheckList;
import java.util.List;
import java.util.stream.Stream;

/** What holds for business days, clearing, the journal, statements, breaks, payments and allowances. */
public final class SettlementChecks implements CheckList {

    @Override
    public List<Check> checks() {
        return Stream.of(
                        ClearingChecks.ALL,
                        JournalChecks.ALL,
                        CalendarChecks.ALL,
                        StatementChecks.ALL,
                        BreakChecks.ALL,
                        RecoveryChecks.ALL,
                        PayoutChecks.ALL,
                        SignedChecks.ALL,
                        AllowanceChecks.ALL,
                        SignedAllowanceChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
