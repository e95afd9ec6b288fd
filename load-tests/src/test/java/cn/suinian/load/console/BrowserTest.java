package cn.suinian.load.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final Login LOGIN =
            new Login("demo-clerk", "a password", "3132333435363738393031323334353637383930");
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI console = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        browser = new Browser(console, Clock.fixed(Instant.ofEpochSecond(59), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void signsInWithBothFactorsAndKeepsItsCookie() throws Exception {
        browser.signIn(LOGIN);

        assertThat(seen)
                .containsExactly(
                        "GET /sign-in?lang=en  ",
                        "POST /sign-in door=d csrf=c&account=demo-clerk&password=a+password",
                        "GET /sign-in/code door=d; suinian=s1 ",
                        "POST /sign-in/code door=d; suinian=s1 csrf=c&code=287082",
                        "GET / door=d; suinian=s2 ");
        assertThat(browser.requests()).isEqualTo(5);
    }

    @Test
    void sendsFilesAsBrowsersDo() throws Exception {
        PageForm form = new PageForm("/upload", Map.of("csrf", "c"), java.util.Set.of("csrf", "file"), Map.of());
        Page page = browser.send(
                form, Map.of(), new Browser.Attached("file", "a.csv", "1,2".getBytes(StandardCharsets.UTF_8)));

        assertThat(page.isOk()).isTrue();
        assertThat(seen.get(0)).contains("name=\"csrf\"", "filename=\"a.csv\"", "1,2");
        assertThatThrownBy(() -> browser.download(form, Map.of())).hasMessageContaining("no file from /upload");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String cookies =
                exchange.getRequestHeaders().getOrDefault("Cookie", List.of("")).get(0);
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        seen.add(asked + " " + cookies + " " + body);
        switch (asked) {
            case "GET /sign-in?lang=en" ->
                reply(exchange, 200, form("/sign-in", "account", "password"), "door=d; Path=/");
            case "POST /sign-in" -> led(exchange, "/sign-in/code", "suinian=s1; HttpOnly; SameSite=Strict");
            case "GET /sign-in/code" -> reply(exchange, 200, form("/sign-in/code", "code"), null);
            case "POST /sign-in/code" -> led(exchange, "/", "suinian=s2; HttpOnly");
            default -> reply(exchange, 200, form("/sign-out"), null);
        }
    }

    private static String form(String action, String... fields) {
        StringBuilder html =
                new StringBuilder("<form action=\"" + action + "\"><input type=\"hidden\" name=\"csrf\" value=\"c\">");
        for (String field : fields) {
            html.append("<input name=\"").append(field).append("\" value=\"\">");
        }
        return html.append("</form>").toString();
    }

    private static void led(HttpExchange exchange, String to, String cookie) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        reply(exchange, 303, "", cookie);
    }

    private static void reply(HttpExchange exchange, int status, String body, String cookie) throws IOException {
        if (cookie != null) {
            exchange.getResponseHeaders().add("Set-Cookie", cookie);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
