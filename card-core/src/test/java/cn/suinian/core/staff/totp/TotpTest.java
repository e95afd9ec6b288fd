package cn.suinian.core.staff.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    private final Totp totp = new Totp();

    /** RFC 6238, Appendix B, the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void isThatOfTheStandard(long second, String code) {
        assertThat(totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void theCodesBeforeAndAfterCountAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;

        for (int off = -3; off <= 3; off++) {
            String code = totp.code(SECRET, now.plusSeconds(30L * off));
            boolean counts = Math.abs(off) <= 1;
            assertThat(totp.findStep(SECRET, code, now, 0).isPresent()).isEqualTo(counts);
            if (counts) {
                assertThat(totp.findStep(SECRET, code, now, 0)).hasValue(step + off);
            }
        }
    }

    @Test
    void aCodeOfAStepThatWasUsedNoLongerCounts() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = totp.code(SECRET, now);
        long used = totp.findStep(SECRET, code, now, 0).orElseThrow();

        assertThat(totp.findStep(SECRET, code, now, used)).isEmpty();
        assertThat(totp.findStep(SECRET, code.substring(0, 3) + " " + code.substring(3), now, used - 1))
                .hasValue(used);
    }

    @Test
    void tellsAnAuthenticatorItsSecret() {
        assertThat(Totp.uri("Suinian 隨年卡", "clerk.one", SECRET))
                .isEqualTo("otpauth://totp/Suinian%20%E9%9A%A8%E5%B9%B4%E5%8D%A1:clerk.one"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Suinian%20%E9%9A%A8%E5%B9%B4%E5%8D%A1"
                        + "&algorithm=SHA1&digits=6&period=30");
        assertThat(Totp.text(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
