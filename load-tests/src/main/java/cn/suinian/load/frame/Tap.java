package cn.suinian.load.frame;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One tap as the terminal sends it.
 *
 * @param terminalSeq the terminal's own running number, 1 to 2^32 - 1
 * @param cardNo 19 digits
 * @param cardCounter the card's own running number, unsigned 32 bits
 * @param amountFen the undiscounted price in fen
 * @param tappedAt whole seconds, any offset
 * @param tac 16 hex digits; what {@link Tac} makes of the rest, unless somebody forges
 */
public record Tap(
        long terminalSeq,
        TapKind kind,
        String cardNo,
        long cardCounter,
        long amountFen,
        OffsetDateTime tappedAt,
        String tac,
        @Nullable Long denylistVersion,
        @Nullable TapContext context) {

    /** The same tap with the TAC that the card with this key makes at this terminal. */
    public Tap certifiedBy(Sm4Key cardKey, String terminalId) {
        return withTac(Tac.of(cardKey, terminalId, this));
    }

    /** The same tap with another TAC, true or false. */
    public Tap withTac(String otherTac) {
        return new Tap(terminalSeq, kind, cardNo, cardCounter, amountFen, tappedAt, otherTac, denylistVersion, context);
    }

    /** The same tap under another number of the terminal; its TAC is then no longer true. */
    public Tap withTerminalSeq(long otherSeq) {
        return new Tap(otherSeq, kind, cardNo, cardCounter, amountFen, tappedAt, tac, denylistVersion, context);
    }
}
