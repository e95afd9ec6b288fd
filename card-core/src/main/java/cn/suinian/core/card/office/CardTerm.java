package cn.suinian.core.card.office;

import java.time.LocalDate;

/**
 * For how long a card is good and when it may be renewed: Beijing's rule for its card for the elderly, in the month
 * before its expiry or the month after (DOMAIN.md, A5).
 *
 * @param years how long a card is good
 * @param monthsAround how long before and after its last day it may be renewed
 */
public record CardTerm(int years, int monthsAround) {

    /** A year, renewed within a month of its end. */
    public static final CardTerm ANNUAL = new CardTerm(1, 1);

    /** When it may be renewed. */
    public enum Renewal {
        TOO_EARLY,
        OPEN,
        TOO_LATE
    }

    public CardTerm {
        if (years < 1 || monthsAround < 0) {
            throw new IllegalArgumentException("a card is good for a year or more");
        }
    }

    /** Last day of a card that is handed over on this day. */
    public LocalDate firstEnd(LocalDate handedOver) {
        return handedOver.plusYears(years);
    }

    /** Last day after a renewal: counted from the day it expired, so that nobody loses by coming early. */
    public LocalDate nextEnd(LocalDate expiresOn) {
        return expiresOn.plusYears(years);
    }

    /** Whether a card with this last day may be renewed on this day. */
    public Renewal renewal(LocalDate expiresOn, LocalDate day) {
        if (day.isBefore(expiresOn.minusMonths(monthsAround))) {
            return Renewal.TOO_EARLY;
        }
        return day.isAfter(expiresOn.plusMonths(monthsAround)) ? Renewal.TOO_LATE : Renewal.OPEN;
    }
}
