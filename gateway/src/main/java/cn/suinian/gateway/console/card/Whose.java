package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.person.ConsentVersions;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose card it is, masked.
 *
 * @param person null: a holder of whom there is no personal record, as in a city that moved in with its cards
 */
record Whose(long holderId, @Nullable HolderPage person, LocalDate today) {

    /** Where the holder's page is. */
    String path() {
        return "/holders/" + holderId;
    }

    /** The district whose counters serve them; null: not to be seen here. */
    @Nullable
    District servedBy() {
        return person == null ? null : person.district();
    }

    boolean deceased() {
        return person != null && person.deceasedOn() != null;
    }

    /** Whether they withdrew their consent and signed no other since. */
    boolean withdrawn() {
        return person != null && person.person().consentVersion().equals(ConsentVersions.WITHDRAWN);
    }

    /** Whether it is by the holder's death alone that this card is stopped. */
    boolean stops(CardState card) {
        return deceased() && (card.status() == CardStatus.ISSUED || card.status() == CardStatus.ACTIVE);
    }

    /** Whether a hukou of the city is in force today: subsidised lunches and the allowance hang on it. */
    boolean hukou() {
        return person != null && person.hukou().stream().anyMatch(period -> period.covers(today));
    }

    boolean atLeast(int years) {
        return person != null && person.age() >= years;
    }
}
