package cn.suinian.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.suinian.core.postgres.Database;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.stand.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the frame does for the forms of every page. */
class ConsoleFormTest {

    private ConsoleServer console;
    private SampleDesk sample;
    private Admitted clerk;

    @BeforeEach
    void start() {
        sample = new SampleDesk();
        console = new ConsoleServer(
                new Database("127.0.0.1", 1, "nobody", "", "nothing"),
                SettableClock.at("2026-11-23T04:10:00Z"),
                List.of(),
                sample.routes());
        clerk = console.everything();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void leadsOnAndSaysOnceWhatWasDone() throws Exception {
        HttpResponse<String> sent = console.post(clerk, "/sample", Map.of("name", "<甲>", "way", "A"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).hasValue("/sample/1/receipt");
        String said = sent.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(said).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
        String cookie = said.substring(0, said.indexOf(';'));
        HttpResponse<String> next = console.get("/sample/1/receipt", "Cookie", cookie);
        assertThat(next.body()).contains("办好了：&lt;甲&gt;", "role=\"status\"");
        assertThat(next.headers().firstValue("Set-Cookie").orElseThrow()).contains("suinian-said=;", "Max-Age=0");
        assertThat(next.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void whatWasSaidToOneSessionIsNotSaidToAnother() throws Exception {
        HttpResponse<String> sent = console.post(clerk, "/sample", Map.of("name", "甲", "way", "A"));
        String said = sent.headers().firstValue("Set-Cookie").orElseThrow();
        String cookie = said.substring(0, said.indexOf(';'));
        Admitted other = console.sessions().signedInForEverything();
        assertThat(console.getAs(other, "/", "Cookie", cookie).body()).doesNotContain("办好了");
        assertThat(console.get("/", "Cookie", cookie + "x").body()).doesNotContain("办好了");
        assertThat(console.get("/", "Cookie", "suinian-said=RE9ORSB4.").body()).contains("您好");
    }

    @Test
    void showsTheFormAgainWithWhatWasTypedAndWhatIsWrong() throws Exception {
        HttpResponse<String> page = console.post(clerk, "/sample", Map.of("name", "taken", "way", "B", "step", "2"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("<a href=\"#name\">这个名字已经用过，请换一个。</a>")
                .contains("id=\"name-problem\">这个名字已经用过")
                .contains("aria-describedby=\"name-hint name-problem\"", "aria-invalid=\"true\"")
                .contains("value=\"taken\"", "value=\"B\" checked", "name=\"step\" value=\"2\"")
                .containsPattern("<input id=\"name\"[^>]* autofocus");
        assertThat(page.body().split(" autofocus", -1)).hasSize(2);
        HttpResponse<String> empty = console.post(clerk, "/sample", Map.of("phone", "13800000000"));
        assertThat(empty.body()).contains("请填写姓名。", "请选择一种方式。", "value=\"13800000000\"");
        assertThat(sample.done).hasValue(0);
    }

    @Test
    void whatIsClickedTwiceIsDoneOnce() throws Exception {
        sample.gate = new CountDownLatch(1);
        Map<String, String> typed = Map.of("name", "甲", "way", "A", "act", "one-time-number");
        List<CompletableFuture<HttpResponse<String>>> clicks = List.of(click(typed), click(typed), click(typed));
        sample.gate.countDown();
        for (CompletableFuture<HttpResponse<String>> click : clicks) {
            assertThat(click.get().headers().firstValue("Location")).hasValue("/sample/1/receipt");
        }
        assertThat(console.post(clerk, "/sample", typed).headers().firstValue("Location"))
                .hasValue("/sample/1/receipt");
        assertThat(sample.done).hasValue(1);
    }

    @Test
    void aFormThatDidSomethingTakesNothingElse() throws Exception {
        console.post(clerk, "/sample", Map.of("name", "甲", "way", "A", "act", "n1"));
        HttpResponse<String> edited = console.post(clerk, "/sample", Map.of("name", "乙", "way", "A", "act", "n1"));
        assertThat(edited.statusCode()).isEqualTo(409);
        assertThat(edited.body()).contains("这张表单已经提交过了");
        console.post(clerk, "/sample", Map.of("name", "taken", "way", "A", "act", "n2"));
        HttpResponse<String> mended = console.post(clerk, "/sample", Map.of("name", "丙", "way", "A", "act", "n2"));
        assertThat(mended.statusCode()).isEqualTo(303);
        assertThat(sample.done).hasValue(2);
    }

    @Test
    void aFormWithoutItsNumberDoesNothing() throws Exception {
        HttpResponse<String> page = console.post(clerk, "/sample", Map.of("name", "甲", "way", "A", "act", ""));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(sample.done).hasValue(0);
    }

    @Test
    void ourOwnFaultHasANumberAndTheLogHasNoPerson() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("cn.suinian.gateway.http.FailureLog");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        HttpResponse<String> page = console.post(clerk, "/sample", Map.of("name", "broken", "way", "A"));
        log.detachAppender(lines);
        assertThat(page.statusCode()).isEqualTo(500);
        Matcher number = Pattern.compile("编号：([0-9A-F]{8})").matcher(page.body());
        assertThat(number.find()).isTrue();
        assertThat(page.body()).doesNotContain("440301194001010011", "Exception");
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(number.group(1), "POST /sample", "IllegalStateException", "SampleDesk.act")
                .doesNotContain("440301194001010011");
    }

    @Test
    void aFileThatFailsOnTheWayDoesNotLookWhole() throws Exception {
        assertThat(stream("lines=20000"))
                .startsWith("HTTP/1.1 200")
                .contains("line 19999")
                .endsWith("\r\n0\r\n\r\n");
        assertThat(stream("lines=20000&broken=1")).startsWith("HTTP/1.1 200").doesNotEndWith("0\r\n\r\n");
        assertThat(stream("lines=3&broken=1"))
                .startsWith("HTTP/1.1 500")
                .contains("编号：")
                .doesNotContain("line 1");
    }

    @Test
    void takesAFileOnlyWhereOneWasDeclared() throws Exception {
        assertThat(upload("/sample/file", 700_000)).startsWith("HTTP/1.1 303").contains("/sample/700000/receipt");
        assertThat(upload("/sample", 10)).startsWith("HTTP/1.1 415");
    }

    @Test
    void refusesALargeBodyByItsLengthAlone() throws Exception {
        String head = head("/sample", "application/x-www-form-urlencoded") + "Content-Length: 104857600\r\n\r\n";
        assertThat(raw(head, new byte[0])).startsWith("HTTP/1.1 413").contains("提交的内容太大");
        String file = head("/sample/file", "multipart/form-data; boundary=b") + "Content-Length: 104857600\r\n\r\n";
        assertThat(raw(file, new byte[0])).startsWith("HTTP/1.1 413").contains("这张表单的文件最大", "href=\"/sample\"");
    }

    @Test
    void refusesALargeBodyAtTheByteThatIsTooMany() throws Exception {
        String head = head("/sample", "application/x-www-form-urlencoded") + "Transfer-Encoding: chunked\r\n\r\n";
        byte[] chunk = ("11000\r\n" + "a".repeat(0x11000) + "\r\n").getBytes(UTF_8);
        assertThat(raw(head, chunk)).startsWith("HTTP/1.1 413");
        String file = head("/sample/file", "multipart/form-data; boundary=b") + "Transfer-Encoding: chunked\r\n\r\n";
        String part =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n" + "a".repeat(0x120000);
        byte[] piece = (Integer.toHexString(part.length()) + "\r\n" + part + "\r\n").getBytes(UTF_8);
        assertThat(raw(file, piece))
                .as("refused while the rest is still to come")
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void noPlainFormIsLargeWhateverItsRouteTakesAndWhoeverSendsIt() throws Exception {
        String form = head("/sample/file", "application/x-www-form-urlencoded");
        String chunk = "11000\r\n" + "a".repeat(0x11000) + "\r\n";
        for (String head : List.of(form, form.replaceFirst("Cookie: [^\r]+\r\n", ""))) {
            assertThat(raw(head + "Content-Length: 70000\r\n\r\n", new byte[0])).startsWith("HTTP/1.1 413");
            assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n", chunk.getBytes(UTF_8)))
                    .as("refused while the rest is still to come")
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void noFileIsReadOfWhoeverHasNoSession() throws Exception {
        String file = head("/sample/file", "multipart/form-data; boundary=b").replaceFirst("Cookie: [^\r]+\r\n", "");
        assertThat(raw(file + "Transfer-Encoding: chunked\r\n\r\n", "4\r\n--b\r".getBytes(UTF_8)))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aThirdFileOfOneMemberOfStaffWaitsForTheFirstTwo() throws Exception {
        String head = head("/sample/file", "multipart/form-data; boundary=b") + "Transfer-Encoding: chunked\r\n\r\n";
        try (Socket first = begun(head);
                Socket second = begun(head);
                Socket third = begun(head)) {
            List<Socket> begun = List.of(first, second, third);
            Socket turnedAway = awaitAnswer(begun);
            assertThat(new String(turnedAway.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 503");
            for (Socket taken : begun) {
                assertThat(taken == turnedAway || taken.getInputStream().available() == 0)
                        .as("two are read")
                        .isTrue();
            }
            assertThat(upload("/sample/file", 10)).startsWith("HTTP/1.1 503");
        }
        awaitUpload("HTTP/1.1 303");
    }

    @Test
    void whoeverHasNoSessionFillsNoRoomForFormsButTheirOwnNetworks() throws Exception {
        String head = head("/sign-in", "application/x-www-form-urlencoded").replaceFirst("Cookie: [^\r]+\r\n", "")
                + "X-Forwarded-For: 192.0.2.%d\r\nTransfer-Encoding: chunked\r\n\r\n";
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 9; i++) {
                slow.add(begun(head.formatted(1)));
            }
            assertThat(new String(awaitAnswer(slow).getInputStream().readNBytes(12), UTF_8))
                    .as("the ninth of a network")
                    .isEqualTo("HTTP/1.1 503");
            assertThat(raw(head.formatted(2), "4\r\na=%z\r\n0\r\n\r\n".getBytes(UTF_8)))
                    .as("another network is read")
                    .startsWith("HTTP/1.1 400");
            assertThat(console.post(clerk, "/sample", Map.of("name", "甲", "way", "A"))
                            .statusCode())
                    .as("whoever has a session is read")
                    .isEqualTo(303);
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    /** The first of them that is answered. */
    private static Socket awaitAnswer(List<Socket> sockets) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            for (Socket socket : sockets) {
                if (socket.getInputStream().available() > 0) {
                    return socket;
                }
            }
            assertThat(System.nanoTime()).as("none was answered").isLessThan(patience);
            Thread.onSpinWait();
        }
    }

    private Socket begun(String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port());
        socket.getOutputStream().write((head + "4\r\n--b\r\r\n").getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The console may hear a moment later that the others have gone. */
    private void awaitUpload(String status) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!upload("/sample/file", 10).startsWith(status)) {
            assertThat(System.nanoTime()).as("never %s", status).isLessThan(patience);
        }
    }

    @Test
    void refusesWhatNoFormOfOursSends() throws Exception {
        for (String body : List.of("a=%zz", "a=%00", "=x", "a b=1", "a&".repeat(300), "x".repeat(100) + "=1")) {
            String head = head("/sample", "application/x-www-form-urlencoded") + "Content-Length: " + body.length();
            assertThat(raw(head + "\r\n\r\n", body.getBytes(UTF_8))).startsWith("HTTP/1.1 400");
        }
        assertThat(raw(head("/sample", "application/json") + "Content-Length: 2\r\n\r\n", "{}".getBytes(UTF_8)))
                .startsWith("HTTP/1.1 415");
    }

    private CompletableFuture<HttpResponse<String>> click(Map<String, String> typed) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return console.post(clerk, "/sample", typed);
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private String stream(String fields) throws IOException {
        String body = "csrf=" + clerk.session().csrfToken() + "&act=" + fields.hashCode() + "&" + fields;
        String head = head("/sample/stream", "application/x-www-form-urlencoded") + "Content-Length: " + body.length();
        return raw(head + "\r\n\r\n", body.getBytes(UTF_8));
    }

    private String upload(String path, int size) throws IOException {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        String body = part.formatted("csrf", "") + clerk.session().csrfToken() + "\r\n" + part.formatted("act", "")
                + "up1\r\n" + part.formatted("file", "; filename=\"../../x.csv\"\r\nContent-Type: text/csv")
                + "a".repeat(size) + "\r\n--b--\r\n";
        String head = head(path, "multipart/form-data; boundary=b") + "Content-Length: " + body.length() + "\r\n\r\n";
        return raw(head, body.getBytes(UTF_8));
    }

    private String head(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n"
                + "Cookie: suinian=" + clerk.cookieToken() + "\r\nContent-Type: " + type + "\r\n";
    }

    private String raw(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(UTF_8));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
