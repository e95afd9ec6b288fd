package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardNumber;
import cn.suinian.gateway.console.page.Phrase;
import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk read off the card in hand, compared with the card that the page proposed.
 *
 * @param serial of the card in hand; empty when it is not known to be any
 * @param problem why it is not; null when it is
 */
record CardInHand(OptionalInt serial, @Nullable Phrase problem) {

    /** How many of the last digits tell a card from every other in the box: five of the serial, and the Luhn digit. */
    static final int DIGITS = 6;

    private static final Pattern COMPARED = Pattern.compile("[0-9]{" + DIGITS + "}");

    /**
     * The card of which these digits were read.
     *
     * @param text the last six digits of the proposed card, or all of any card; blanks and hyphens do not matter
     * @param proposed serial of the proposed card; null: none was
     */
    static CardInHand of(String text, @Nullable Integer proposed) {
        String digits = digits(text);
        if (digits.isEmpty()) {
            return wrong(proposed == null ? CardText.NUMBER_WANTED : CardText.DIGITS_WANTED);
        }
        if (digits.length() == CardNumber.LENGTH) {
            return CardNumber.parse(digits)
                    .map(number -> new CardInHand(OptionalInt.of(number.serial()), null))
                    .orElseGet(() -> wrong(CardText.NUMBER_WRONG));
        }
        if (proposed == null || !COMPARED.matcher(digits).matches()) {
            return wrong(proposed == null ? CardText.NUMBER_WANTED : CardText.DIGITS_WANTED);
        }
        return digits.equals(lastDigits(proposed))
                ? new CardInHand(OptionalInt.of(proposed), null)
                : wrong(CardText.OTHER_CARD);
    }

    /** The digits by which a card is compared. */
    static String lastDigits(int serial) {
        return new CardNumber(serial).digits().substring(CardNumber.LENGTH - DIGITS);
    }

    /** The digits alone, as keyboards of every width and scanners write them; anything else stays and fits nothing. */
    static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }

    private static CardInHand wrong(Phrase problem) {
        return new CardInHand(OptionalInt.empty(), problem);
    }
}
