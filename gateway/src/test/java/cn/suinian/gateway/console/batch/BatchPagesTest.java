package cn.suinian.gateway.console.batch;

import static cn.suinian.gateway.console.CounterTown.digits;
import static cn.suinian.gateway.console.CounterTown.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.CounterTown;
import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders go out and answers come in, over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchPagesTest {

    private static final int LARGE = 100_000;
    private static final int PATIENCE_SECONDS = 120;

    private CounterTown town;
    private Database database;
    private int nextNumber = 80_000_000;

    @BeforeAll
    void open(Database given) throws Exception {
        database = given;
        town = new CounterTown(given);
    }

    @AfterAll
    void close() {
        town.close();
    }

    /** Orders so many cards over the pages; the address of the order. */
    private String order(int count) throws Exception {
        nextNumber += LARGE;
        Map<String, String> range = Map.of(
                "first",
                Integer.toString(nextNumber),
                "last",
                Integer.toString(nextNumber + count - 1),
                "layout",
                "STANDARD",
                "keyVersion",
                "1");
        town.post(town.keeper, "/stock/ranges/new", range);
        String id = town.ask("SELECT range_id FROM card_range WHERE first_serial = " + nextNumber);
        return location(
                town.post(town.keeper, "/batches/order", Map.of("rangeId", id, "count", Integer.toString(count))));
    }

    private String cardNo(int at) {
        return digits(nextNumber + at);
    }

    private HttpResponse<String> upload(String order, String content) throws Exception {
        return town.console.upload(town.keeper, order + "/answer", "answer.csv", content.getBytes(UTF_8));
    }

    /** The page of a job once it runs no more. */
    private String finished(String job) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String page = town.get(town.keeper, job + "/progress").body();
        while (page.contains("hx-get")) {
            assertThat(System.nanoTime()).as("never finished").isLessThan(patience);
            page = town.get(town.keeper, job + "/progress").body();
        }
        return page;
    }

    @Test
    void anOrderGoesOutWithAKeyForEachCardAndIsCounted() throws Exception {
        String order = order(3);
        assertThat(town.get(town.keeper, order).body()).contains("还没有导出", "传输密钥已配置");
        HttpResponse<String> csv = town.post(town.keeper, order + "/export", Map.of("format", "CSV"));
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("suinian-card-order-");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("CARD," + cardNo(0) + ",1,");
        HttpResponse<String> json = town.post(town.keeper, order + "/export", Map.of("format", "JSON_LINES"));
        assertThat(json.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(json.body().lines().map(JsonObject::new))
                .hasSize(5)
                .first()
                .returns("2", header -> header.getString("export"));
        assertThat(town.get(town.keeper, order).body()).contains("2 次", "这个批次已经导出过");
    }

    @Test
    void aDoubleClickSendsTheKeysOutOnce() throws Exception {
        String order = order(1);
        Map<String, String> click = Map.of("format", "CSV", "act", "one-export");
        assertThat(town.post(town.keeper, order + "/export", click).body()).contains("TRAILER");
        HttpResponse<String> second = town.post(town.keeper, order + "/export", click);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(town.get(town.keeper, order).body()).contains("1 次");
    }

    @Test
    void withoutATransportKeyThePageSaysWhatToDo() throws Exception {
        String order = order(1);
        try (ConsoleServer other = ConsoleServer.withoutTransportKey(database, town.clock)) {
            String page = other.get(order).body();
            assertThat(page).contains("SUINIAN_BUREAU_KEY_FILE").doesNotContain(order + "/export\"");
            assertThat(other.get("/batches").body()).contains("SUINIAN_BUREAU_KEY_FILE");
            HttpResponse<String> refused = other.post(other.everything(), order + "/export", Map.of("format", "CSV"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("尚未配置制卡传输密钥");
        }
    }

    @Test
    void anAnswerIsRehearsedFirstAndThenTakenInOnce() throws Exception {
        String order = order(4);
        String answer = "cardNo,status,reason,chipSerial\n" + cardNo(0) + ",OK,,0A1B2C3D\n" + cardNo(1)
                + ",FAILED,ink\n" + cardNo(1) + ",OK\n=cmd|' /C calc'!A0,OK\n";
        String job = location(upload(order, answer));
        String rehearsed = finished(job);
        assertThat(rehearsed).contains("试算完成，还没有改动任何数据", "正式导入", "此卡在文件中出现过", "下载问题清单");
        assertThat(town.ask(
                        "SELECT count(*) FROM card_stock WHERE status = 'IN_STOCK' AND card_serial = " + nextNumber))
                .isEqualTo("0");
        HttpResponse<String> faults = town.get(town.keeper, job + "/faults");
        assertThat(faults.body())
                .startsWith("\uFEFFline,problem,zh,en\r\n4,DUPLICATE,")
                .contains("5,CARD_NUMBER,")
                .doesNotContain("cmd|");
        HttpResponse<String> taken = town.post(town.keeper, job + "/take", Map.of());
        assertThat(location(taken)).isEqualTo(job);
        assertThat(finished(job)).contains("已导入").doesNotContain("正式导入");
        assertThat(town.ask("SELECT string_agg(status, ' ' ORDER BY card_serial) FROM card_stock WHERE card_serial"
                        + " BETWEEN " + nextNumber + " AND " + (nextNumber + 3)))
                .isEqualTo("IN_STOCK SPOILT ORDERED ORDERED");
        String page = town.get(town.keeper, order).body();
        assertThat(page)
                .contains("已导入的结果", (nextNumber + 2) + " – " + (nextNumber + 3))
                .contains(Hex.encode(Sm3.digest(answer.getBytes(UTF_8))).substring(0, 16));
        town.post(town.keeper, job + "/take", Map.of());
        String again = location(upload(order, answer));
        assertThat(finished(again)).contains("这个文件以前已经导入过").doesNotContain("正式导入");
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'BUREAU_ANSWER_TAKEN' AND subject = '"
                        + order.substring(order.lastIndexOf('/') + 1) + "'"))
                .isEqualTo("1");
    }

    @Test
    void linesOfJsonAreRecognised() throws Exception {
        String order = order(1);
        String job = location(upload(order, "\n{\"cardNo\":\"" + cardNo(0) + "\",\"status\":\"OK\"}\n"));
        assertThat(finished(job)).contains("试算完成");
        town.post(town.keeper, job + "/take", Map.of());
        assertThat(finished(job)).contains("已导入");
        assertThat(town.get(town.keeper, order).body()).contains("全部有结果");
    }

    @Test
    void aFileThatIsNoAnswerIsRefusedWithWhatToDo() throws Exception {
        String order = order(1);
        assertThat(finished(location(upload(order, "PK\u0003\u0004 a zip file"))))
                .contains("首行须为列名");
        HttpResponse<String> nothing = upload(order, "");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("请选择文件");
    }

    @Test
    void aJobIsNobodyElsesAndGoneOnesSaySo() throws Exception {
        String order = order(1);
        String job = location(upload(order, "cardNo,status\n" + cardNo(0) + ",OK\n"));
        finished(job);
        assertThat(town.console.get(job).body()).contains("这个文件不在这里了");
        assertThat(town.get(town.keeper, order + "/answer/nothing").body()).contains("重新选择文件");
        assertThat(town.get(town.keeper, "/batches/999999").statusCode()).isEqualTo(404);
        assertThat(town.get(town.keeper, "/batches/x").statusCode()).isEqualTo(404);
    }

    @Test
    void aHundredMegabytesAreRefusedBeforeTheyAreSent() throws Exception {
        String order = order(1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), town.console.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + order + "/answer HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                            + "Cookie: suinian=" + town.keeper.cookieToken()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 104857600\r\n\r\n")
                    .getBytes(UTF_8));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("提交的内容太大");
        }
    }

    @Test
    void aHundredThousandCardsGoOutAndComeBack() throws Exception {
        String order = order(LARGE);
        HttpResponse<String> sent = town.post(town.keeper, order + "/export", Map.of("format", "CSV"));
        assertThat(sent.body().lines()).hasSize(LARGE + 2);
        String[] trailer = sent.body()
                .substring(sent.body().lastIndexOf("TRAILER"))
                .strip()
                .split(",", -1);
        String before = sent.body().substring(0, sent.body().lastIndexOf("TRAILER"));
        assertThat(trailer[2]).isEqualTo(Hex.encode(Sm3.digest(before.getBytes(UTF_8))));
        StringBuilder answer = new StringBuilder("cardNo,status,reason,chipSerial\n");
        for (int i = 0; i < LARGE; i++) {
            answer.append(cardNo(i))
                    .append(",OK,,")
                    .append(Integer.toHexString(0xA0000000 + i))
                    .append('\n');
        }
        String job = location(upload(order, answer.toString()));
        assertThat(finished(job)).contains("<dd>100,000</dd>", "正式导入");
        town.post(town.keeper, job + "/take", Map.of());
        assertThat(finished(job)).contains("已导入");
        assertThat(town.get(town.keeper, order).body()).contains("全部有结果");
    }
}
