package cn.suinian.gateway.console.place;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.console.AdministrationStand;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of terminals and vendors, with a real terminal server on the same database. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class TerminalPagesTest {

    private static final String GATE = "/terminals/" + SmallCity.GATE;
    private static final Pattern KEY = Pattern.compile("<dt>终端密钥</dt><dd>([0-9a-f ]+)</dd>");

    private TerminalStand terminals;
    private AdministrationStand stand;

    @BeforeEach
    void open(Database database) throws Exception {
        terminals = TerminalStand.start(database);
        stand = new AdministrationStand(database);
    }

    @AfterEach
    void close() throws Exception {
        stand.close();
        terminals.close();
    }

    @Test
    void aSuspendedTerminalIsRefusedUntilItIsBack() throws Exception {
        assertThat(heartbeat()).isEqualTo(200);
        assertThat(stand.get(GATE + "/suspend").body()).contains("立即生效", "停用终端 440300000001？");

        HttpResponse<String> done = stand.post(GATE + "/suspend", Map.of("reason", "读卡器失窃"));

        assertThat(done.headers().firstValue("Location")).hasValue(GATE);
        awaitStatus(403);
        assertThat(stand.get(GATE).body()).contains("已停用", "读卡器失窃", "/resume").doesNotContain("/suspend\"");
        assertThat(stand.get("/terminals?status=SUSPENDED").body())
                .contains("440300000001")
                .doesNotContain("440300000002");
        stand.post(GATE + "/resume", Map.of("reason", "找回来了"));
        awaitStatus(200);
    }

    @Test
    void theKeyThatIsShownOnceIsTheOneThatTheServerHears() throws Exception {
        assertThat(stand.get("/terminals/440300000002/key").body())
                .contains("第 1 版")
                .doesNotContain("第 2 版");
        HttpResponse<String> noReason = stand.post("/terminals/440300000002/key", Map.of("keyVersion", "1"));
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains("href=\"#reason\"");
        assertThat(stand.post("/terminals/440300000002/key", Map.of("keyVersion", "9", "reason", "新装"))
                        .body())
                .contains("href=\"#keyVersion\"");

        HttpResponse<String> told =
                stand.post("/terminals/440300000002/key", Map.of("keyVersion", "1", "reason", "新装车载机"));

        Matcher key = KEY.matcher(told.body());
        assertThat(key.find()).as(told.body()).isTrue();
        String hex = key.group(1).replace(" ", "");
        assertThat(hex).isEqualTo(Hex.encode(SmallCity.vault().terminalKey(SmallCity.BUS, 1)));
        assertThat(terminals.ask("SELECT string_agg(a::text, ' ') FROM audit_log a"))
                .contains("TERMINAL_KEY_SHOWN", "新装车载机")
                .doesNotContain(hex);
        stand.desk().clock.pass(Duration.ofMinutes(11));
        HttpResponse<String> later = stand.get("/terminals/440300000002/key");
        assertThat(later.headers().firstValue("Location").orElseThrow()).startsWith("/account/prove?next=");
    }

    @Test
    void showsWhatATerminalSaidOfItselfAgainstWhatIsNewest() throws Exception {
        terminals.ask("INSERT INTO terminal_status (terminal_id, last_seen, denylist_version, clock_skew_millis,"
                + " key_version, software, stored_taps) VALUES (" + SmallCity.GATE
                + ", '2026-11-23T00:30:00Z', 0, -2500, 1, 'gate 4.2', 12)");
        String head = terminals.ask("SELECT version FROM denylist_head");
        assertThat(stand.get(GATE).body())
                .contains("0，落后 " + head + "（最新 " + head + "）", "慢 2.500 秒", "最近使用第 1 版，接受第 1 版及以后")
                .contains("gate 4.2", "<dd>12</dd>", "2026-11-23 08:30", "METRO · Metro");
        assertThat(stand.get(GATE + "?lang=en").body()).contains("2.500 s slow", head + " behind");
        terminals.ask("UPDATE terminal_status SET denylist_version = " + head);
        assertThat(stand.get(GATE).body()).contains("最新（" + head + "）");
        assertThat(stand.get("/terminals?list=STALE").body())
                .doesNotContain("440300000001")
                .contains("440300000002", "未报告");
    }

    @Test
    void findsTheSilentOnesByHours() throws Exception {
        terminals.ask("INSERT INTO terminal_status (terminal_id, last_seen) SELECT terminal_id,"
                + " timestamptz '2026-11-23T01:00:00Z' - (terminal_id % 100) * interval '1 hour' FROM terminal");
        assertThat(stand.get("/terminals?silent=1").body())
                .contains("440300000002", "440300010007")
                .doesNotContain("440300000001");
        assertThat(stand.get("/terminals?silent=6").body())
                .contains("440300010007")
                .doesNotContain("440300000002");
        assertThat(stand.get("/terminals?silent=x").body()).contains("请填写 1 至 8760 之间的小时数", "440300000001");
        assertThat(stand.get("/terminals?silent=7&service=TRANSIT").body()).contains("没有符合条件的终端", "./suinian doctor");
    }

    @Test
    void registersAndChangesATerminal() throws Exception {
        String vendor = terminals.ask("SELECT vendor_id FROM vendor WHERE code = 'PLACES'");
        assertThat(stand.get("/terminals/new?vendor=" + vendor).body())
                .contains("value=\"" + vendor + "\" selected", "PLACES · Places");
        HttpResponse<String> wrong =
                stand.post("/terminals/new", Map.of("id", "12a", "latitude", "91", "services", "VENUE"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#latitude\"", "href=\"#longitude\"", "value=\"12a\"");
        assertThat(stand.post("/terminals/new", Map.of("id", "12a", "services", "VENUE"))
                        .body())
                .contains("href=\"#id\"");
        assertThat(stand.post("/terminals/new", Map.of("id", "440300080001", "vendor", vendor))
                        .body())
                .contains("href=\"#services\"");

        HttpResponse<String> made = stand.post(
                "/terminals/new",
                Map.of(
                        "id",
                        "440300080001",
                        "vendor",
                        vendor,
                        "services",
                        "VENUE",
                        "placeKind",
                        "SPORTS",
                        "latitude",
                        "22.543096",
                        "longitude",
                        "114.057865"));

        assertThat(made.headers().firstValue("Location")).hasValue("/terminals/440300080001");
        assertThat(stand.get("/terminals/440300080001").body())
                .contains("22.543096, 114.057865", "PLACES · Places", "从未");
        String change = "/terminals/440300080001/change";
        String version = stand.version(change);
        assertThat(stand.get(change).body()).contains("value=\"22.543096\"", "value=\"SPORTS\" selected");
        Map<String, String> typed = new TreeMap<>(Map.of("vendor", vendor, "services", "VOUCHER", "version", version));
        assertThat(stand.post(change, typed).statusCode()).isEqualTo(303);
        assertThat(stand.post(change, typed).statusCode()).as("an older page").isEqualTo(409);
        assertThat(terminals.ask("SELECT services || ' ' || coalesce(place_kind, '-') || ' ' || coalesce(lat_e6, 0)"
                        + " FROM terminal WHERE terminal_id = 440300080001"))
                .isEqualTo("16 - 0");
    }

    @Test
    void vendorsAreRegisteredAndRenamed() throws Exception {
        assertThat(stand.post("/vendors/new", Map.of("vendorCode", "a b", "name", "食堂"))
                        .body())
                .contains("href=\"#kind\"");
        assertThat(stand.post("/vendors/new", Map.of("vendorCode", "a b", "name", "食堂", "kind", "CANTEEN"))
                        .body())
                .contains("href=\"#vendorCode\"", "value=\"a b\"");
        HttpResponse<String> made =
                stand.post("/vendors/new", Map.of("vendorCode", "CANTEEN-0102", "name", "一号食堂", "kind", "CANTEEN"));
        String page = made.headers().firstValue("Location").orElseThrow();
        assertThat(stand.get(page).body()).contains("CANTEEN-0102", "一号食堂", "长者食堂", "0 台，其中停用 0 台");
        String version = stand.version(page + "/rename");
        Map<String, String> typed = Map.of("version", version, "name", "二号食堂", "nameEn", "Canteen No. 2");
        assertThat(stand.post(page + "/rename", typed).statusCode()).isEqualTo(303);
        assertThat(stand.post(page + "/rename", typed).statusCode()).isEqualTo(409);
        assertThat(stand.get("/vendors?kind=CANTEEN&lang=en").body())
                .contains("Canteen No. 2")
                .doesNotContain(">METRO<");
    }

    @Test
    void pagesThroughAllTerminals() throws Exception {
        terminals.ask("INSERT INTO terminal (terminal_id, vendor_id, services, key_version)"
                + " SELECT 100 + i, 1, 1, 1 FROM generate_series(1, 55) i");
        String first = stand.get("/terminals?service=TRANSIT").body();
        assertThat(first).contains("000000000150", "after=150").doesNotContain("000000000151");
        assertThat(stand.get("/terminals?service=TRANSIT&after=150").body())
                .contains("000000000151", "rel=\"first\"")
                .doesNotContain("000000000150<");
    }

    @Test
    void whoeverOnlyLooksIsOfferedNothingToDo() throws Exception {
        assertThat(stand.getAs(stand.auditor(), GATE).body())
                .contains("440300000001", "/audit?kind=TERMINAL&amp;subject=440300000001")
                .doesNotContain("/suspend", "/key", "/change");
        assertThat(stand.getAs(stand.auditor(), "/terminals").body()).doesNotContain("/terminals/new");
        for (String path : new String[] {"/terminals/404", "/terminals/x/key", "/vendors/0", "/vendors/9999999999"}) {
            assertThat(stand.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private int heartbeat() throws IOException {
        return terminals
                .send(Request.post(SmallCity.GATE, "{\"software\":\"1\"}").target("/v1/terminal/heartbeat"))
                .status();
    }

    private void awaitStatus(int status) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (int now = heartbeat(); now != status; now = heartbeat()) {
            assertThat(System.nanoTime()).as("status " + now).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
