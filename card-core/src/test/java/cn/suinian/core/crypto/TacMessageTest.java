package cn.suinian.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TacMessageTest {
    private static final String CARD_NO = "3104870460000000018";
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 23, 12, 0);

    @Test
    void writesTheLargestValueOfEveryField() {
        TacMessage message = new TacMessage(
                "9999999999999999999",
                0xffff_ffffL,
                999_999_999_999L,
                0xffff_ffffL,
                0xff,
                0xffff_ffffL,
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999));
        assertThat(Hex.encode(message.bytes()))
                .isEqualTo("09999999999999999999" + "ffffffff" + "999999999999" + "ffffffff" + "ff" + "ffffffff"
                        + "99991231235959");
        assertThat(message.bytes()).hasSize(TacMessage.BYTES);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 1, 0",
        "4294967296, 1, 1, 1, 0",
        "1, -1, 1, 1, 0",
        "1, 1000000000000, 1, 1, 0",
        "1, 1, -1, 1, 0",
        "1, 1, 4294967296, 1, 0",
        "1, 1, 1, -1, 0",
        "1, 1, 1, 256, 0",
        "1, 1, 1, 1, -1",
        "1, 1, 1, 1, 4294967296"
    })
    void refusesWhatWouldBeSignedAsAnotherValue(long counter, long terminal, long seq, int service, long amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TacMessage(CARD_NO, counter, terminal, seq, service, amount, NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "310487046000000001", "31048704600000000180", "310487046000000001a", "３104870460000000018"})
    void refusesACardNumberThatIsNotNineteenDigits(String cardNo) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TacMessage(cardNo, 1, 1, 1, 1, 0, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> Diversification.cardFactor(cardNo));
    }

    @Test
    void refusesAFactorOfAnotherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Diversification.key(new byte[16], new byte[10]));
    }
}
