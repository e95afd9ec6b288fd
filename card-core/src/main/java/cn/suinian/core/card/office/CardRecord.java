package cn.suinian.core.card.office;

import cn.suinian.core.card.CardStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is on record of a card.
 *
 * @param expired whether its last day is over
 * @param renewal whether it may be renewed today
 * @param stood what it ever was, the latest recorded first
 * @param renewed each renewal, the latest first
 * @param replaces the card whose place it took
 * @param replacedBy the card that took its place
 */
public record CardRecord(
        CardState card,
        boolean expired,
        CardTerm.Renewal renewal,
        List<Stood> stood,
        List<Renewed> renewed,
        @Nullable Replacement replaces,
        @Nullable Replacement replacedBy) {

    /**
     * A status and since when it had it.
     *
     * @param since may lie before it was recorded
     * @param listed whether the denylist held the card from then on
     * @param listVersion of the denylist that last put it on or took it off; 0: none ever did
     */
    public record Stood(CardStatus status, Instant since, Instant recordedAt, boolean listed, long listVersion) {}

    /** A renewal: the last day before it and after. */
    public record Renewed(LocalDate expiredOn, LocalDate expiresOn, Instant at) {}

    /** One card that took the place of another. */
    public record Replacement(int oldSerial, int newSerial, ReplaceCause cause, Instant at) {}

    public CardRecord {
        stood = List.copyOf(stood);
        renewed = List.copyOf(renewed);
    }

    /** How it stands now. */
    public Stood now() {
        return stood.get(0);
    }
}
