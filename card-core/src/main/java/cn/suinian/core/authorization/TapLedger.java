package cn.suinian.core.authorization;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a lane reads facts and posts batches: PostgreSQL in service, a model in the simulator. One lane uses one
 * ledger, one call at a time. A failed future carries a {@link LedgerFailure} that says what is known to have happened.
 */
interface TapLedger {

    /** Facts of these holders as of now, and the open business day. Holders without an account are missing. */
    Future<Loaded> load(Collection<Long> holderIds);

    /** What is stored under these keys; a key without a tap is missing. */
    Future<Map<TapKey, StoredTap>> lookUp(Collection<TapKey> keys);

    /**
     * Posts a batch durably and all at once: moves every account that still has its expected version and stores the
     * taps and reversals of those that moved.
     *
     * @return the holders whose accounts moved
     */
    Future<Set<Long>> post(Batch batch);

    /** Drops the connection: whatever is under way comes back with an unknown outcome. */
    void abandon();

    /** Lets go of the connection, once nothing is under way. */
    Future<Void> close();

    /** What {@link #load} read. */
    record Loaded(Map<Long, Facts> facts, LocalDate openDay) {}

    /**
     * One posting.
     *
     * @param accounts as they shall be, in ascending order of holder; the version in each is the expected one
     * @param taps of those holders, in the order in which they were decided
     * @param reversals of those holders; most batches have none
     * @param openDay the business day that must still be open
     */
    record Batch(List<Account> accounts, List<Entry> taps, List<Reversal> reversals, LocalDate openDay) {}

    /**
     * One tap with its answer.
     *
     * @param accountVersion of the account it was decided on
     * @param seen what it was decided on
     */
    record Entry(Tap tap, Answer answer, long accountVersion, FactsSeen seen) {}
}
