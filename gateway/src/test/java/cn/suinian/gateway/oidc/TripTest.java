package cn.suinian.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TripTest {

    @Test
    void comesBackFromItsCookieWholeAndIsKnownByItsState() {
        Trip trip = Trip.begin(new SecureRandom(), "/holders/7?tab=cards");
        Trip back = Trip.ofCookie(trip.cookie()).orElseThrow();

        assertThat(back).isEqualTo(trip);
        assertThat(back.isStateOf(trip.state())).isTrue();
        assertThat(back.isStateOf(Trip.begin(new SecureRandom(), "").state())).isFalse();
        assertThat(back.isStateOf("")).isFalse();
    }

    @Test
    void nothingThatTravelsIsAnythingElse() {
        Trip trip = Trip.begin(new SecureRandom(), "");

        assertThat(new String[] {trip.secret(), trip.state(), trip.nonce(), trip.verifier(), trip.challenge()})
                .doesNotHaveDuplicates()
                .allMatch(each -> each.length() == 43);
        assertThat(trip.toString()).doesNotContain(trip.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "short~", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA~A"})
    void noOtherCookieIsOne(String value) {
        assertThat(Trip.ofCookie(value)).isEmpty();
    }
}
