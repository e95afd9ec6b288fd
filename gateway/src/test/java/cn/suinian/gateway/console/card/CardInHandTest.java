package cn.suinian.gateway.console.card;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardInHandTest {
    private static final int PROPOSED = 60_012_345;
    private static final String DIGITS = new CardNumber(PROPOSED).digits();
    private static final String SIX = DIGITS.substring(13);
    private static final String OTHER = new CardNumber(60_099_999).digits();

    @Test
    void theLastSixDigitsAreEnoughForTheProposedCard() {
        assertThat(CardInHand.of(SIX, PROPOSED).serial()).isEqualTo(OptionalInt.of(PROPOSED));
        assertThat(CardInHand.of(" " + SIX.substring(0, 3) + "-" + SIX.substring(3) + "\t", PROPOSED)
                        .serial())
                .isEqualTo(OptionalInt.of(PROPOSED));
    }

    @Test
    void aKeyboardOfFullWidthTypesTheSameDigits() {
        StringBuilder wide = new StringBuilder();
        SIX.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        assertThat(CardInHand.of(wide.toString(), PROPOSED).serial()).isEqualTo(OptionalInt.of(PROPOSED));
    }

    @Test
    void aWholeNumberIsTheCardInHandWhicheverWasProposed() {
        assertThat(CardInHand.of(OTHER, PROPOSED).serial()).isEqualTo(OptionalInt.of(60_099_999));
        assertThat(CardInHand.of(OTHER, null).serial()).isEqualTo(OptionalInt.of(60_099_999));
    }

    @Test
    void theDigitsOfAnotherCardAreToldApart() {
        assertThat(CardInHand.of(OTHER.substring(13), PROPOSED))
                .isEqualTo(new CardInHand(OptionalInt.empty(), CardText.OTHER_CARD));
    }

    @Test
    void aSlipOfOneDigitIsNoCard() {
        char wrong = DIGITS.charAt(12) == '9' ? '0' : (char) (DIGITS.charAt(12) + 1);
        assertThat(CardInHand.of(DIGITS.substring(0, 12) + wrong + DIGITS.substring(13), PROPOSED)
                        .problem())
                .isEqualTo(CardText.NUMBER_WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345", "1234567", "abcdef", "<script>", "12345678901234567890"})
    void anythingElseIsAskedForAgain(String text) {
        assertThat(CardInHand.of(text, PROPOSED).problem()).isEqualTo(CardText.DIGITS_WANTED);
        assertThat(CardInHand.of(text, null).problem()).isEqualTo(CardText.NUMBER_WANTED);
    }

    @Test
    void sixDigitsAreNotEnoughWhenNoCardWasProposed() {
        assertThat(CardInHand.of(SIX, null).problem()).isEqualTo(CardText.NUMBER_WANTED);
    }
}
