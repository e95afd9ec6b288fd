package cn.suinian.gateway.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proxy says of a client is believed; what the client said before it is not. */
class CallerTest {
    private static final Set<String> TRUSTED = Set.of("127.0.0.1", "10.0.0.2", "2001:db8:0:0:0:0:0:2");

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    Caller caller = Caller.of(request, TRUSTED);
                    request.response().end(caller.address() + " " + caller.secure());
                })
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X-Forwarded-For: 192.0.2.7; 192.0.2.7 false",
                "X-Forwarded-For: 1.1.1.1, 192.0.2.7; 192.0.2.7 false",
                "X-Forwarded-For: 1.1.1.1|X-Forwarded-For: 192.0.2.7; 192.0.2.7 false",
                "X-Forwarded-For: 1.1.1.1|X-Forwarded-For: 192.0.2.7, 10.0.0.2; 192.0.2.7 false",
                "X-Forwarded-For: 1.1.1.1, 192.0.2.7|X-Forwarded-For: 10.0.0.2; 192.0.2.7 false",
                "X-Forwarded-For: 10.0.0.2; 127.0.0.1 false",
                "X-Forwarded-For: 1.1.1.1|X-Forwarded-For: nonsense; 127.0.0.1 false",
                "X-Forwarded-For: 1.1.1.1, dead.beef; 127.0.0.1 false",
                "X-Forwarded-For: 1.1.1.1, desk.example; 127.0.0.1 false",
                "X-Forwarded-For: 1.1.1.1, unknown, 10.0.0.2; 127.0.0.1 false",
                "X-Forwarded-For: 192.0.2.7:4711, 10.0.0.2:80; 192.0.2.7 false",
                "X-Forwarded-For: [2001:db8::7]:4711, [2001:DB8::2]; 2001:db8:0:0:0:0:0:7 false",
                "X-Forwarded-For: ::ffff:192.0.2.7, ::ffff:10.0.0.2; 192.0.2.7 false",
                "X-Forwarded-For: fe80::1%eth0; fe80:0:0:0:0:0:0:1 false",
                "X-Other: 1; 127.0.0.1 false",
                "X-Forwarded-Proto: https; 127.0.0.1 true",
                "X-Forwarded-Proto: https|X-Forwarded-Proto: http; 127.0.0.1 false"
            })
    void theLastAddressThatIsNoProxyOfOursIsTheClient(String headers, String expected) throws Exception {
        assertThat(ask(headers)).isEqualTo(expected);
    }

    @Test
    void aProxyIsSetByItsAddressAndByNothingElse() {
        assertThat(proxies("10.0.0.2, ::ffff:10.0.0.3,2001:DB8::2"))
                .containsExactlyInAnyOrder("10.0.0.2", "10.0.0.3", "2001:db8:0:0:0:0:0:2");
        for (String other : List.of("proxy.example", "10.0.0.0/8", "10.0.0.2:80")) {
            assertThatThrownBy(() -> proxies("10.0.0.2," + other))
                    .hasMessageContaining("SUINIAN_CONSOLE_PROXIES is \"" + other);
        }
    }

    private static Set<String> proxies(String setting) {
        return ConsoleDoor.from(Settings.of(Map.of("SUINIAN_CONSOLE_PROXIES", setting)))
                .trustedProxies();
    }

    private static String ask(String headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"));
        for (String header : headers.split("\\|", -1)) {
            int colon = header.indexOf(": ");
            request.header(header.substring(0, colon), header.substring(colon + 2));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
