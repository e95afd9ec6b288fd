package cn.suinian.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.gateway.stand.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console promises the browser, and what it refuses; the database is never there. */
class ConsoleSafetyTest {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static ConsoleServer console;

    @BeforeAll
    static void startWithoutADatabase() {
        Database nowhere = new Database("127.0.0.1", 1, "nobody", "", "nothing");
        console = new ConsoleServer(nowhere, SettableClock.at("2026-11-23T04:10:00Z"));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void answersPlainlyWhenTheDatabaseIsDown() throws Exception {
        HttpResponse<String> page = console.get("/today");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("暂时读不到数据", "hx-get=\"/today/figures?lang=zh\"")
                .doesNotContain("Exception")
                .doesNotContain("127.0.0.1:1");
        assertThat(console.get("/today/figures?lang=en").body()).contains("No tap is lost by this.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/today", "/nothing-here", "/assets/x/console.css", "/?paused", "/%zz"})
    void keepsTheBrowserStrictOnEveryReply(String path) throws Exception {
        String reply = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        assertThat(reply)
                .containsIgnoringCase("content-security-policy: " + POLICY)
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("referrer-policy: same-origin")
                .containsIgnoringCase("cache-control: no-store");
    }

    @Test
    void hasNoInlineScriptStyleOrHandler() throws Exception {
        for (String path : new String[] {"/", "/today", "/today?paused", "/account?lang=en", "/nothing-here"}) {
            String body = console.get(path).body();
            assertThat(body)
                    .doesNotContain("<style")
                    .doesNotContain("style=")
                    .doesNotContain("javascript:")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                    .doesNotContain("http://", "https://");
        }
    }

    @Test
    void servesItsAssetsForEverAndTheirAddressesAreOnThePage() throws Exception {
        Matcher assets = Pattern.compile("(?:src|href)=\"(/assets/[0-9a-f]{12}/[^\"]+)\"")
                .matcher(console.get("/today").body());
        int seen = 0;
        while (assets.find()) {
            seen++;
            HttpResponse<String> asset = console.get(assets.group(1));
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
            assertThat(asset.headers().firstValue("Content-Security-Policy")).contains(POLICY);
            assertThat(asset.body()).isNotEmpty();
        }
        assertThat(seen).isEqualTo(4);
    }

    @Test
    void tellsHtmxToEvaluateNothing() throws Exception {
        assertThat(console.get("/today").body().replace("&#34;", "\"").replace("&quot;", "\""))
                .contains("\"allowEval\":false", "\"includeIndicatorStyles\":false", "\"allowScriptTags\":false");
    }

    @Test
    void hasAKindPageForWhatIsNotThere() throws Exception {
        HttpResponse<String> page = console.get("/nothing-here");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有这个页面", "href=\"/\"");
        assertThat(console.get("/nothing", "Cookie", "lang=en").body()).contains("There is no such page");
    }

    @Test
    void refusesWhatNoRouteTakes() throws Exception {
        assertThat(console.send("POST", "/today").statusCode()).isEqualTo(405);
        assertThat(console.send("DELETE", "/today").statusCode()).isEqualTo(405);
        HttpResponse<String> head = console.send("HEAD", "/assets/x");
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8481", "127.0.0.1", "[::1]:8481", "desk.example"})
    void answersToItsOwnNames(String host) throws Exception {
        assertThat(raw("GET /nothing HTTP/1.1\r\nHost: " + host + "\r\n")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8481", "[::2]", "10.0.0.1"})
    void refusesAForeignHostName(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("请用本机地址打开运行台")
                .doesNotContain(host);
    }

    @Test
    void refusesARequestWithoutAHostName() throws Exception {
        assertThat(raw("GET / HTTP/1.0\r\n")).startsWith("HTTP/1.0 421");
    }

    private static String raw(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
