package cn.suinian.core.authorization;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.TapLedger.Batch;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.TapKey;
import java.util.HashSet;
import java.util.Set;

/** What the posting statement relies on. Plain code, because the simulator asks it some million times. */
final class WellFormed {

    private WellFormed() {}

    static void check(Batch batch) {
        Set<Long> holders = new HashSet<>();
        long before = Long.MIN_VALUE;
        for (Account account : batch.accounts()) {
            demand(account.holderId() > before, "accounts in ascending order of holder, none twice");
            before = account.holderId();
            holders.add(account.holderId());
        }
        Set<TapKey> keys = new HashSet<>();
        Set<Long> tapped = new HashSet<>();
        for (Entry entry : batch.taps()) {
            demand(keys.add(entry.tap().key()), "no key twice");
            tapped.add(entry.tap().key().holderId());
        }
        for (Reversal reversal : batch.reversals()) {
            demand(keys.add(reversal.key()), "no key twice");
            tapped.add(reversal.key().holderId());
        }
        demand(holders.equals(tapped), "every account that moves has a tap and the other way round");
    }

    private static void demand(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("a malformed batch: " + rule);
        }
    }
}
