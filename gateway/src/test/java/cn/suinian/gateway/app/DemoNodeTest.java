package cn.suinian.gateway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.staff.totp.Totp;
import cn.suinian.gateway.democity.DemoLogin;
import cn.suinian.gateway.telemetry.Logging;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole node of a demo city: its staff sign in, and operators learn nothing of them. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DemoNodeTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    @TempDir
    private Path data;

    private HttpClient client;
    private Path log;
    private Node node;

    @BeforeEach
    void start(Database database) throws Exception {
        log = data.resolve("test.log");
        Logging.configure(Level.DEBUG, log);
        KeystoreVault.create(data.resolve("keys.bcfks"), PASSPHRASE.toCharArray(), new SecureRandom());
        node = Node.start(
                NodeConfig.from(Settings.of(Map.of(
                        "SUINIAN_DATA_DIR", data.toString(),
                        "SUINIAN_DB_URL", database.urlWithPassword(),
                        "SUINIAN_KEYSTORE_PASSPHRASE", PASSPHRASE,
                        "SUINIAN_DEMO_CITY", "YES",
                        "SUINIAN_TERMINAL_PORT", "0",
                        "SUINIAN_CONSOLE_PORT", "0",
                        "SUINIAN_METRICS_PORT", "0"))),
                Clock.systemUTC());
        client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @AfterEach
    void stop() {
        node.stop();
        Logging.configure(Level.WARN, null);
    }

    @Test
    void theClerkOfAFreshCitySignsInAndNeitherLogNorMetricsKnowWhoItWas(Database database) throws Exception {
        assertThat(node.planted()).isTrue();
        DemoLogin clerk = node.demoCity().orElseThrow().get(0);
        Instant before = Instant.now();
        String code = new Totp().code(Hex.decode(clerk.authenticator().reveal()), before);

        assertThat(post("/sign-in", Map.of("account", clerk.account(), "password", "not the password"))
                        .body())
                .contains("账号或密码不正确");
        post(
                "/sign-in",
                Map.of("account", clerk.account(), "password", clerk.password().reveal()));
        HttpResponse<String> home = post("/sign-in/code", Map.of("code", code));

        assertThat(home.uri().getPath()).isEqualTo("/");
        assertThat(home.body()).contains(clerk.name());
        assertThat(TestServers.ask(database, "SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"))
                .isEqualTo("DEMO_CITY_PLANTED SIGN_IN_REFUSED SIGNED_IN");
        String metrics =
                get(URI.create(node.addresses().metrics() + "/metrics")).body();
        assertThat(Files.readString(log) + metrics)
                .doesNotContain(clerk.account(), clerk.name(), clerk.password().reveal())
                .doesNotContain("测试", "1420000", "449999", "not the password");
    }

    @Test
    void whatTheDatabaseQuotesWhenItRefusesASessionStaysOutOfTheLog(Database database) throws Exception {
        DemoLogin clerk = node.demoCity().orElseThrow().get(0);
        TestServers.ask(database, "ALTER TABLE staff_session ADD CONSTRAINT unlucky CHECK (staff_id < 0)");

        HttpResponse<String> failed = post(
                "/sign-in",
                Map.of("account", clerk.account(), "password", clerk.password().reveal()));

        assertThat(failed.statusCode()).as(failed.body()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("unlucky", "staff_session", clerk.account());
        assertThat(Files.readString(log)).contains("23514").doesNotContain("Failing row", clerk.account());
    }

    @Test
    void onlyItsOwnerReadsTheFileWithTheLogins() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("demo-city.json"))))
                .isEqualTo("rw-------");
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** Fills in the form of a page and sends it, as a browser does. */
    private HttpResponse<String> post(String path, Map<String, String> typed) throws IOException, InterruptedException {
        URI uri = URI.create(node.addresses().console() + path);
        Map<String, String> fields = new TreeMap<>(typed);
        Matcher hidden = HIDDEN.matcher(get(uri).body());
        while (hidden.find()) {
            fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
