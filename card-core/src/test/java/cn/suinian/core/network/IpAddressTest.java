package cn.suinian.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.Seeds;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address, and what counts as one. */
class IpAddressTest {
    private static final String LETTERS = "0123456789abcdefABCDEF:.%[]g-x ";

    static LongStream seeds() {
        return Seeds.list();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7, 192.0.2.7",
        "::FFFF:c000:207, 192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3::4, 2001:db8:1:2:3:0:0:4, 2001:db8:1:2:0:0:0:0/64",
        "2001:0DB8:0001:0002:ffff::9, 2001:db8:1:2:ffff:0:0:9, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:1, 2001:db8:1:3:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1, fe80:0:0:0:0:0:0:0/64",
        "fe80::1%25, fe80:0:0:0:0:0:0:1, fe80:0:0:0:0:0:0:0/64",
    })
    void oneWayOfWritingAndOneStranger(String written, String text, String network) {
        assertThat(IpAddress.find(written)).map(IpAddress::text).hasValue(text);
        assertThat(IpAddress.find(written)).map(IpAddress::network).hasValue(network);
        assertThat(IpAddress.networkOf(written)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "unknown", "_hidden", "desk.example", "dead.beef", "cafe", "256.1.1.1", "1.2.3", "010.0.0.1",
                "1", "0x7f.1", "1.2.3.4.5", "1.2.3.4 ", "1:2", ".:1", ":::", "g::1", "2001:db8::1::2", "fe80::1%",
                "fe80::1%a%b", "[::1]", "1.2.3.4%eth0", "12345::1", "::1.2.3", "::1/64"
            })
    void anythingElseIsNone(String written) {
        assertThat(IpAddress.find(written)).isEmpty();
        assertThat(IpAddress.networkOf(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7:4711, 192.0.2.7",
        "192.0.2.7, 192.0.2.7",
        "[2001:db8::1]:4711, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "[fe80::1%eth0]:80, fe80:0:0:0:0:0:0:1",
        "[192.0.2.7]:80, ",
        "192.0.2.7:, ",
        "192.0.2.7:123456, ",
        "desk.example:80, ",
        "[desk.example], ",
        "[], ",
    })
    void aProxyMayAddAPort(String written, String text) {
        assertThat(IpAddress.findWithPort(written).map(IpAddress::text)).isEqualTo(Optional.ofNullable(text));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAddressIsReadAsItWasMeant(long seed) throws UnknownHostException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            assertThat(IpAddress.find(text)).map(IpAddress::text).hasValue(text);
            if (bytes.length == 16) {
                bytes[8 + random.nextInt(8)] ^= 1;
                assertThat(IpAddress.networkOf(InetAddress.getByAddress(bytes).getHostAddress()))
                        .isEqualTo(IpAddress.networkOf(text));
                bytes[random.nextInt(8)] ^= 1;
                assertThat(IpAddress.networkOf(InetAddress.getByAddress(bytes).getHostAddress()))
                        .isNotEqualTo(IpAddress.networkOf(text));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsWrittenIsAnAddressInTheOneWayOrNone(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder written = new StringBuilder();
            int length = random.nextInt(24);
            for (int at = 0; at < length; at++) {
                written.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            IpAddress.findWithPort(written.toString())
                    .ifPresent(address -> assertThat(IpAddress.find(address.text()))
                            .as(written.toString())
                            .hasValue(address));
        }
    }

    @Test
    void whatIsTooLongIsNotEvenLookedAt() {
        assertThat(IpAddress.find("0".repeat(100_000) + "::1")).isEmpty();
        assertThat(IpAddress.findWithPort("[" + "0".repeat(100_000) + "::1]")).isEmpty();
    }
}
