package cn.suinian.core.authorization.decision;

import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tap as it is stored.
 *
 * @param cardSerial the card it was made with
 * @param tac the TAC it was stored with
 * @param settleDate the business day it is cleared in
 * @param answer what the terminal was told
 * @param accountVersion of the account when it was decided; null for a tap older than this column
 * @param seen what it was decided on; null for a tap older than this column
 * @param reversal null: it stands
 */
public record StoredTap(
        TapKey key,
        int vendorId,
        Service service,
        @Nullable Direction direction,
        int cardSerial,
        int amountFen,
        Instant tappedAt,
        Instant receivedAt,
        LocalDate settleDate,
        long tac,
        Answer answer,
        @Nullable Long accountVersion,
        @Nullable FactsSeen seen,
        @Nullable Reversal reversal) {}
