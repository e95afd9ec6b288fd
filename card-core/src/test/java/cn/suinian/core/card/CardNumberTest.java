package cn.suinian.core.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

    private static final int[] SERIALS = {0, 1, 7, 90, 909, 12_345_678, 50_000_005, 98_765_432, 99_999_999};

    private static void assertRefused(char[] digits) {
        assertThat(CardNumber.parse(new String(digits))).as(new String(digits)).isEmpty();
    }

    @Test
    void readsBackWhatItPrints() {
        for (int serial : SERIALS) {
            CardNumber number = new CardNumber(serial);
            assertThat(CardNumber.parse(number.digits())).contains(number);
        }
    }

    @Test
    void catchesEverySingleWrongDigit() {
        for (int serial : SERIALS) {
            char[] digits = new CardNumber(serial).digits().toCharArray();
            for (int place = 0; place < digits.length; place++) {
                char right = digits[place];
                for (char wrong = '0'; wrong <= '9'; wrong++) {
                    if (wrong != right) {
                        digits[place] = wrong;
                        assertRefused(digits);
                    }
                }
                digits[place] = right;
            }
        }
    }

    /** All but 09 and 90, which the Luhn digit cannot tell apart. */
    @Test
    void catchesEverySwapOfNeighboursThatLuhnCanSee() {
        for (int serial : SERIALS) {
            char[] digits = new CardNumber(serial).digits().toCharArray();
            for (int place = 0; place + 1 < digits.length; place++) {
                char left = digits[place];
                char right = digits[place + 1];
                boolean blind = left == right || (left == '0' && right == '9') || (left == '9' && right == '0');
                if (!blind) {
                    digits[place] = right;
                    digits[place + 1] = left;
                    assertRefused(digits);
                    digits[place] = left;
                    digits[place + 1] = right;
                }
            }
        }
    }

    @Test
    void readsEveryNumberOfTheProtocolVectors() throws IOException {
        List<String> numbers = numbersOfTheVectors();

        assertThat(numbers)
                .isNotEmpty()
                .allSatisfy(digits -> assertThat(CardNumber.parse(digits).map(CardNumber::digits))
                        .contains(digits));
    }

    private static List<String> numbersOfTheVectors() throws IOException {
        try (InputStream file = CardNumberTest.class.getResourceAsStream("/vectors/terminal-protocol-v1.json")) {
            assertThat(file).isNotNull();
            Matcher found = Pattern.compile("\"cardNo\": ?\"(\\d+)\"")
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            List<String> numbers = new ArrayList<>();
            while (found.find()) {
                numbers.add(found.group(1));
            }
            return numbers;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3104870460",
                "310487046000000001",
                "31048704600000000180",
                "3104870450000000019",
                "6204870460000000018",
                "31048704600000000 8",
                "310487046000000001a",
                "31048704600000000-8",
                "310487046٠٠٠٠٠٠٠١8",
                " 310487046000000001"
            })
    void refusesWhatIsNoNumberOfThisIssuer(String text) {
        assertThat(CardNumber.parse(text)).isEmpty();
    }

    @Test
    void aSerialHasAtMostEightDigits() {
        assertThatThrownBy(() -> new CardNumber(100_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CardNumber(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void screensShowTheIssuerAndTheLastFourDigitsOnly() {
        for (int serial : SERIALS) {
            CardNumber number = new CardNumber(serial);
            String last = number.digits().substring(15);

            assertThat(number.masked()).isEqualTo("31048704*******" + last);
            assertThat(number).hasToString(number.masked());
        }
    }

    @Test
    void printsTheSameDigitsInEveryLocale() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new CardNumber(1).digits()).isEqualTo("3104870460000000018");
            assertThat(Terminal.digits(268_001)).isEqualTo("000000268001");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
