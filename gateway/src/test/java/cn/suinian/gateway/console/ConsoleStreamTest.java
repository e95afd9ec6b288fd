package cn.suinian.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.stand.SettableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are written while they are sent. */
class ConsoleStreamTest {

    private static final byte[] LINE = "a line of a large file\n".getBytes(UTF_8);
    private static final int LINES = 200_000;

    private final AtomicInteger written = new AtomicInteger();
    private ConsoleServer console;

    @BeforeEach
    void start() {
        console = new ConsoleServer(
                new Database("127.0.0.1", 1, "nobody", "", "nothing"),
                SettableClock.at("2026-11-23T04:10:00Z"),
                List.of(),
                List.of(
                        ConsoleRoute.get("/file", Permission.STAFF_MANAGE, visit -> file(LINES, null)),
                        ConsoleRoute.act("/file", Permission.STAFF_MANAGE, visit -> file(2, null), null),
                        ConsoleRoute.act(
                                "/refused",
                                Permission.STAFF_MANAGE,
                                visit -> file(10, new RefusedException(FakeSessions.Why.POOR_PASSWORD)),
                                null),
                        ConsoleRoute.get(
                                "/broken-early", Permission.STAFF_MANAGE, visit -> file(10, new IOException("early"))),
                        ConsoleRoute.get(
                                "/broken-late",
                                Permission.STAFF_MANAGE,
                                visit -> file(LINES, new IOException("late")))));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private Answer file(int lines, Exception end) {
        return Answer.stream("liste 名单.txt", "text/plain; charset=utf-8", out -> {
            written.incrementAndGet();
            for (int i = 0; i < lines; i++) {
                out.write(LINE);
                out.flush();
            }
            if (end != null) {
                throw end;
            }
        });
    }

    @Test
    void aLargeFileArrivesWholeUnderItsName() throws Exception {
        HttpResponse<String> file = console.get("/file");
        assertThat(file.body()).hasSize(LINE.length * LINES).endsWith("large file\n");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''liste%20%E5%90%8D%E5%8D%95.txt");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void aSmallFileHasALength() throws Exception {
        HttpResponse<String> file = console.post(console.everything(), "/file", Map.of());
        assertThat(file.headers().firstValue("Content-Length")).hasValue(Integer.toString(2 * LINE.length));
    }

    @Test
    void whatIsRefusedBeforeItsFirstPieceIsAPage() throws Exception {
        HttpResponse<String> page = console.post(console.everything(), "/refused", Map.of());
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("新密码太短").doesNotContain("a line of");
        assertThat(page.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void whatFailsBeforeItsFirstPieceIsAPageWithANumber() throws Exception {
        HttpResponse<String> page = console.get("/broken-early");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("编号：").doesNotContain("a line of");
    }

    @Test
    void whatFailsInTheMiddleIsNeverTakenForTheWhole() {
        assertThatThrownBy(() -> console.get("/broken-late")).isInstanceOf(IOException.class);
    }

    @Test
    void aDoubleClickWritesItOnce() throws Exception {
        Map<String, String> click = Map.of("act", "one");
        assertThat(console.post(console.everything(), "/file", click).statusCode())
                .isEqualTo(200);
        assertThat(console.post(console.everything(), "/file", click).statusCode())
                .isEqualTo(409);
        assertThat(written).hasValue(1);
    }

    @Test
    void whoAsksForTheHeadGetsNoFile() throws Exception {
        HttpResponse<String> head = console.head("/file");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Disposition")).isPresent();
        assertThat(written).hasValue(0);
    }
}
