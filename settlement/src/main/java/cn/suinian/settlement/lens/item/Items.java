package cn.suinian.settlement.lens.item;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk where flags and findings are looked at and answered. Blocks; refusals are {@link LensRefusal}. */
public final class Items {

    private static final int MOST_AT_ONCE = 500;
    private static final String SUBJECT = "LENS_ITEM";

    /**
     * Which items.
     *
     * @param waitingOnly those that wait for an answer
     */
    public record Of(int vendorId, LocalDate from, LocalDate to, boolean waitingOnly) {}

    /**
     * An item that is to be answered.
     *
     * @param answers as {@link LensItem#answers} had it when whoever answers looked
     */
    public record Seen(ItemRef ref, long answers) {}

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public Items(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** One item. */
    public Optional<LensItem> find(Actor actor, ItemRef ref) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> ItemStore.find(transaction, ref));
    }

    /**
     * A page of a vendor's items, findings first.
     *
     * @param after the last of the page before; null: the first page
     * @param limit 1 to 200
     */
    public List<LensItem> list(Actor actor, Of of, @Nullable ItemRef after, int limit) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        LensRefusal.page(limit);
        return transactions.run(transaction -> ItemStore.page(transaction, of, after, limit));
    }

    /** All that was ever said of an item, the oldest first. */
    public List<Answer> timeline(Actor actor, ItemRef ref) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> ItemStore.answers(transaction, ref));
    }

    /**
     * Says the same of some items: all of them, or none when one was answered meanwhile.
     *
     * @param seen 1 to 500
     */
    public void answer(Actor actor, List<Seen> seen, Verdict verdict, String reason) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_HOLD);
        long staffId = LensRefusal.person(actor);
        String why = StatedReason.of(reason, LensRefusal.REASON_INVALID);
        if (seen.isEmpty() || seen.size() > MOST_AT_ONCE) {
            throw new RefusedException(LensRefusal.NOTHING_CHOSEN, "items");
        }
        transactions.run(transaction -> {
            Answer answer = new Answer(0, verdict, why, staffId, actor.account(), clock.instant());
            for (Seen each : seen) {
                answer(transaction, each, answer);
            }
            audit.append(transaction, actor, entry(seen, verdict).because(why));
            return null;
        });
    }

    /** One item as it is in this transaction. */
    public static Optional<LensItem> find(Connection transaction, ItemRef ref) throws SQLException {
        return ItemStore.find(transaction, ref);
    }

    private static void answer(Connection transaction, Seen seen, Answer answer) throws SQLException {
        LensItem item = ItemStore.find(transaction, seen.ref())
                .orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_ITEM, "items"));
        if (item.answers() != seen.answers()) {
            throw new RefusedException(LensRefusal.CHANGED_MEANWHILE);
        }
        if (answer.verdict() == Verdict.REOPENED && item.verdict() == null) {
            throw new RefusedException(LensRefusal.NOTHING_TO_REOPEN);
        }
        if (!ItemStore.answer(transaction, item, answer)) {
            throw new RefusedException(LensRefusal.CHANGED_MEANWHILE);
        }
    }

    private static AuditEntry entry(List<Seen> seen, Verdict verdict) {
        ItemRef first = seen.get(0).ref();
        return AuditEntry.of("LENS_ITEM_" + verdict, SUBJECT, first.source() + ":" + first.number())
                .with(Map.of("items", Integer.toString(seen.size())));
    }
}
