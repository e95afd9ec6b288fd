package cn.suinian.settlement.allowance.late;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a run and what the bank said of it first.
 *
 * @param paymentNo its number in the pay file and in the bank's
 * @param month of the run
 * @param outcome what stands now; null: the bank said nothing yet
 * @param code that came with it
 * @param takenBy staff number of who took that in, and so does not agree that it came back; null: not known
 * @param takenAs the name they sign in with; empty: nobody took anything in
 */
public record PaidPayment(
        long paymentNo,
        long runNo,
        YearMonth month,
        District district,
        long holderId,
        long fen,
        @Nullable String outcome,
        String code,
        @Nullable Long takenBy,
        String takenAs) {

    /** Whether this person took in that it was paid. */
    public boolean isTakenBy(Actor actor) {
        return takenBy == null ? takenAs.equals(actor.account()) : Objects.equals(takenBy, actor.staffId());
    }

    /** What the books call its return. */
    String reference() {
        return "allowance-late:" + paymentNo;
    }
}
