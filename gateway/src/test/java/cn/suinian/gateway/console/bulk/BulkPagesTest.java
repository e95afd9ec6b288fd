package cn.suinian.gateway.console.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.bulk.People;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.stand.SettableClock;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of bulk registration over HTTP: what is refused, what is escaped, and what is nobody's business. */
@ExtendWith(PostgresExtension.class)
class BulkPagesTest {
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{{7*7}}",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd",
            "%00",
            "长".repeat(300),
            "👵🏽🎉",
            "\u202Eevil\u202C");

    private static final AtomicInteger ACTS = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ConsoleServer console;

    @BeforeAll
    static void start(Database database) throws Exception {
        console = new ConsoleServer(database, SettableClock.at("2026-11-23T04:10:00Z"));
        Clerks.employ(database, console.everything());
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void aListGoesFromUploadToHoldersAndItsErrorsAreTakenHome() throws Exception {
        Map<String, String> wrong = People.with(People.somebody(), "联系电话", "12");
        String path = sent("名单.csv", People.csv(List.of(People.somebody(), wrong)));
        assertThat(console.get(path).body())
                .contains("hx-get=\"" + path + "/stage\"")
                .contains("核对中");
        work();
        assertThat(console.get(path + "/stage").body())
                .doesNotContain("hx-get", "<html")
                .contains("登记 1 人", "电话号码不对", "440****");
        assertThat(console.get(path + "?lang=en", "Cookie", "lang=en").body())
                .contains("Register 1 people", "The phone number is wrong");
        HttpResponse<String> errors = console.get(path + "/errors");
        assertThat(errors.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(errors.body()).contains("PHONE_WRONG").doesNotContain(wrong.get("证件号码"), wrong.get("姓名"));
        assertThat(console.post(console.everything(), path + "/start", Map.of()).statusCode())
                .isEqualTo(303);
        work();
        assertThat(console.get(path).body()).contains("登记完成").doesNotContain("hx-get");
        assertThat(console.post(console.everything(), path + "/start", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(console.get(path + "/cancel").statusCode()).isEqualTo(409);
    }

    @Test
    void whateverStandsInAFileComesBackHarmless() throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String payload : PAYLOADS) {
            People.HEADS.forEach(head -> rows.add(People.with(People.somebody(), head, payload)));
        }
        for (String name : PAYLOADS) {
            rows.add(People.somebody());
            HttpResponse<String> receipt = send(name, People.csv(rows));
            assertThat(receipt.statusCode()).as(name).isEqualTo(303);
            work();
            String path = receipt.headers().firstValue("Location").orElseThrow();
            for (String page : List.of("/bulk", path, path + "/cancel", path + "/alike")) {
                assertHarmless(console.get(page).body());
            }
            String errors = console.get(path + "/errors").body();
            assertThat(errors).doesNotContain("cmd|", "<script", "passwd", "evil");
            assertThat(errors.lines().flatMap(line -> List.of(line.split(",", -1)).stream()))
                    .noneMatch(cell -> cell.matches("[\"']?[=+@\\t-].*"));
        }
    }

    private static void assertHarmless(String html) {
        assertThat(html)
                .doesNotContain("<script>", "<img src=x", "\"><img", "49</td>", "onerror=alert(1)>")
                .contains("</html>");
    }

    @Test
    void refusesWhatIsNoListAndKeepsThePageInItsLanguage() throws Exception {
        assertThat(send("x.csv", "hello".getBytes(UTF_8)).body()).contains("首行须为列名", "id=\"file-problem\"");
        assertThat(send("x.xlsx", new byte[] {'P', 'K', 3, 4, 1}).statusCode()).isEqualTo(422);
        assertThat(send("list.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1})
                        .body())
                .contains("不是 CSV 或 XLSX");
        assertThat(console.post(console.everything(), "/bulk", Map.of()).body()).contains("请选择一个文件");
        byte[] large = new byte[51 << 20];
        assertThat(send("large.csv", large).statusCode()).isEqualTo(413);
    }

    @Test
    void aClerkSaysOfANamesakeThatItIsAnotherPersonOrTheSame() throws Exception {
        Map<String, String> first = People.somebody();
        first.putAll(Map.of("性别", "", "出生日期", "", "出生日期依据", ""));
        Map<String, String> other = People.with(first, "证件类型", "回乡证");
        other.putAll(Map.of("性别", "女", "出生日期依据", "回乡证"));
        other.put("出生日期", first.get("证件号码").substring(6, 14));
        other.put("证件号码", "H77000001");
        Map<String, String> third = People.with(other, "证件号码", "M77000002");
        String path = sent("namesakes", People.csv(List.of(first, other, third)));
        work();
        post(path + "/start", Map.of());
        work();
        String page = console.get(path + "/alike").body();
        String marker = "name=\"lookedAt\" value=\"";
        String rest = page.substring(page.indexOf(marker) + marker.length());
        String lookedAt = rest.split("\"", 2)[0];
        HttpResponse<String> blind = post(path + "/rows/3/other", Map.of());
        assertThat(blind.statusCode()).isEqualTo(422);
        assertThat(blind.body()).contains("请再核对一次").doesNotContain("H77000001");
        Map<String, String> looked = Map.of("lookedAt", lookedAt);
        assertThat(post(path + "/rows/3/other", looked).statusCode()).isEqualTo(303);
        assertThat(post(path + "/rows/3/same", Map.of()).statusCode()).isEqualTo(409);
        assertThat(post(path + "/rows/4/same", Map.of()).statusCode()).isEqualTo(303);
        assertThat(console.get(path + "/alike").body()).contains("没有待确认的人");
    }

    private static HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return console.post(console.everything(), path, fields);
    }

    @Test
    void theSameFileLeadsToTheSameList() throws Exception {
        byte[] content = People.csv(People.many(2));
        String path = sent("a.csv", content);
        assertThat(sent("b.csv", content)).isEqualTo(path);
    }

    @Test
    void aListThatIsNotThereIsAPageThatIsNotThere() throws Exception {
        for (String page : List.of(
                "/bulk/999999", "/bulk/abc", "/bulk/999999/stage", "/bulk/999999/errors", "/bulk/999999/alike")) {
            assertThat(console.get(page).statusCode()).as(page).isEqualTo(404);
        }
        for (String act : List.of("start", "cancel", "rows/2/other", "rows/2/same", "rows/x/same")) {
            assertThat(console.post(console.everything(), "/bulk/999999/" + act, Map.of())
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    @Test
    void theTemplateIsAWorkbook() throws Exception {
        HttpResponse<byte[]> template = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url() + "/bulk/template"))
                        .header("Cookie", "suinian=" + console.everything().cookieToken())
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(template.body()).startsWith('P', 'K', 3, 4);
    }

    @Test
    void listsArePaged() throws Exception {
        for (int i = 0; i < 22; i++) {
            sent("p" + i, People.csv(People.many(1)));
        }
        String first = console.get("/bulk").body();
        assertThat(first).contains("/bulk?before=");
        String older = first.substring(first.indexOf("/bulk?before=")).split("\"", 2)[0];
        assertThat(console.get(older).body()).contains("rel=\"prev\" href=\"/bulk\"");
    }

    private static void work() throws Exception {
        while (console.offices().bulkRounds().step()) {
            Thread.onSpinWait();
        }
    }

    private static String sent(String name, byte[] content) throws Exception {
        return send(name, content).headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> send(String name, byte[] content) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "csrf", console.everything().session().csrfToken());
        part(body, "act", "bulk-" + ACTS.incrementAndGet());
        body.write(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name.replace("\"", "%22")
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(UTF_8));
        body.write(content);
        body.write("\r\n--b--\r\n".getBytes(UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url() + "/bulk"))
                        .header("Cookie", "suinian=" + console.everything().cookieToken())
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream body, String name, String value) throws Exception {
        body.write(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(UTF_8));
    }
}
