package cn.suinian.gateway.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose connections are counted together. */
class PerAddressTest {
    private final PerAddress counted = new PerAddress(2, Set.of("2001:db8:0:9:0:0:0:2"));

    @Test
    void aNetworkOfIpv6IsOneAddressUntilOneOfItLeaves() {
        assertThat(counted.enter("2001:db8:0:1:0:0:0:1")).isTrue();
        assertThat(counted.enter("2001:db8:0:1:0:0:0:2")).isTrue();
        assertThat(counted.enter("2001:db8:0:1:ffff:0:0:3")).isFalse();
        assertThat(counted.enter("2001:db8:0:2:0:0:0:1")).as("another network").isTrue();
        counted.leave("2001:db8:0:1:0:0:0:1");
        counted.leave("2001:db8:0:1:ffff:0:0:3");
        assertThat(counted.enter("2001:db8:0:1:0:0:0:4%eth0")).isTrue();
    }

    @Test
    void anAddressOfIpv4IsTheSameInsideOneOfIpv6() {
        assertThat(counted.enter("192.0.2.7")).isTrue();
        assertThat(counted.enter("::ffff:192.0.2.7")).isTrue();
        assertThat(counted.enter("192.0.2.7")).isFalse();
        assertThat(counted.enter("192.0.2.8")).isTrue();
    }

    @Test
    void aProxyMayHaveAnyNumber() {
        for (int i = 0; i < 5; i++) {
            assertThat(counted.enter("2001:db8:0:9:0:0:0:2%1")).isTrue();
        }
        assertThat(counted.enter("2001:db8:0:9:0:0:0:3")).isFalse();
    }
}
