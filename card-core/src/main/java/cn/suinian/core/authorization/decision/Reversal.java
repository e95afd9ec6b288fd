package cn.suinian.core.authorization.decision;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The row that undoes a tap. The tap's own row stays as it is; the amounts are the tap's, and clearing takes them off.
 *
 * @param payer who had paid; null when nobody had
 * @param balanceLeft what is left of the benefit once its limits are given back; null when nothing runs out
 */
public record Reversal(
        TapKey key,
        Cause cause,
        Instant receivedAt,
        int vendorId,
        Service service,
        @Nullable Payer payer,
        int amountFen,
        int subsidyFen,
        int operatorSubsidyFen,
        int deliverySubsidyFen,
        @Nullable Integer balanceLeft) {

    /** Why a tap is undone. */
    public enum Cause {
        /** A wrong amount, a wrong service, a key pressed twice. */
        TILL_ERROR,
        /** The meal or the care was not given. */
        NOT_SERVED,
        /** The gate stayed shut. */
        GATE_SHUT,
        /** The holder changed their mind at once. */
        HOLDER_ASKED
    }

    /**
     * What a terminal asks for.
     *
     * @param key of the tap to undo
     */
    public record Request(TapKey key, Cause cause, Instant receivedAt) {}
}
