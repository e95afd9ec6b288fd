package cn.suinian.gateway.console.reconciliation;

import static cn.suinian.gateway.console.reconciliation.SettledTown.row;
import static cn.suinian.gateway.console.reconciliation.SettledTown.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of days, statements, formats, rules and excuses over HTTP. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StatementPagesTest {
    private static final String NEW = "/reconciliation/statements/new";
    private static final String DAY = "/reconciliation/days/2026-11-16/";
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "../../etc/passwd");
    private SettledTown town;

    @BeforeEach
    void start(Database database) throws Exception {
        town = new SettledTown(database);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aStatementIsTakenInComparedAndKnownTheSecondTime() throws Exception {
        assertThat(town.get(town.clerk, "/reconciliation/statements").body()).contains("没有符合条件的对账单");
        assertThat(town.get(town.clerk, "/reconciliation").body())
                .as("no vendor states anything, so there is no total")
                .contains("data-label=\"商户补贴\">—</td><td class=\"number\"></td>");
        assertThat(town.get(town.auditor, DAY + "1").body())
                .contains("还没有比对")
                .doesNotContain("双方一致", "service=TRANSIT");
        String noCard = row(4, 4, 300).replace("00000004", "x");
        String file = statement(1_350, row(1, 1, 350), row(2, 2, 300), "\"garbage", noCard, row(3, 3, 700));
        String done = town.take(town.clerk, file);
        assertThat(done).contains("处理完毕", "新差错", "错误行");
        assertThat(town.take(town.clerk, file)).contains("以前已导入");
        String page = town.get(town.auditor, "/reconciliation/statements/1").body();
        assertThat(page)
                .contains("METRO-1", "此行无法分列", "下载全部错误行", "卡号或序号 · card", "CSV：表头")
                .doesNotContain("/withdraw");
        HttpResponse<String> faults = town.get(town.auditor, "/reconciliation/statements/1/faults");
        assertThat(faults.body()).contains("LINE_UNREADABLE", "garbage");
        assertThat(town.get(town.auditor, "/reconciliation/statements?vendor=1&state=READY")
                        .body())
                .contains("/reconciliation/statements/1\"", "已生效");
        assertThat(town.get(town.auditor, "/reconciliation/statements?vendor=2").body())
                .contains("没有符合条件");
        assertThat(town.get(town.auditor, "/reconciliation").body()).contains("已比对", "等待商户", "¥90.00");
        assertThat(town.get(town.auditor, DAY + "1").body()).contains("商户多报", "¥13.50", "-¥");
        assertThat(town.get(town.clerk, "/reconciliation/incoming/none").body()).contains("没有这次处理的记录");
        assertThat(town.get(town.auditor, "/reconciliation/statements/9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void howFarAStatementIsIsKnownToEveryNodeAndAfterARestart() throws Exception {
        town.take(town.clerk, statement(350, row(1, 1, 350)));
        town.waitUntil("SELECT count(*) FROM statement_incoming WHERE stage = 'DONE'", "1");
        String copy = "INSERT INTO statement_incoming SELECT (jsonb_populate_record(i, jsonb_build_object(%s))).*"
                + " FROM statement_incoming i WHERE length(job_id) > 10";
        town.ask(copy.formatted("'job_id', 'elsewhere'"));
        assertThat(town.get(town.clerk, "/reconciliation/incoming/elsewhere").body())
                .contains("处理完毕", "新差错", "/reconciliation/statements/1");
        town.ask(copy.formatted("'job_id', 'running', 'stage', 'TAKING', 'percent', 37, 'lines', 20000"));
        assertThat(town.get(town.clerk, "/reconciliation/incoming/running").body())
                .contains("hx-get=\"/reconciliation/incoming/running", "37", "文件 20,000 行（含表头和合计行）");
        town.ask(copy.formatted(
                "'job_id', 'cut', 'stage', 'TAKING', 'statement_id', NULL, 'heard_at', heard_at - interval '2 min'"));
        assertThat(town.get(town.clerk, "/reconciliation/incoming/cut?lang=en").body())
                .contains("It was not taken in", "It was cut off on our side")
                .contains("href=\"/reconciliation/statements/new?vendor=1&amp;day=2026-11-16\"");
        assertThat(town.get(town.auditor, "/reconciliation/incoming/elsewhere").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeAStatementIsSaidAtItsField() throws Exception {
        assertThat(send(Map.of(), new byte[0]).body()).contains("vendor-problem", "day-problem", "file-problem");
        byte[] file = statement(300, row(1, 1, 300)).getBytes(UTF_8);
        assertThat(failed(Map.of("vendor", "2", "day", "2026-11-16"), file))
                .contains("表头中的商户与所选商户不同", "表头写的是“METRO-1”，所选是“CANTEEN-A”")
                .contains("href=\"/reconciliation/statements/new?vendor=2&amp;day=2026-11-16\"");
        assertThat(failed(Map.of("vendor", "1", "day", "2026-11-15"), file))
                .contains("表头中的营业日与所选日期不同", "表头写的是 2026-11-16，所选是 2026-11-15");
        assertThat(failed(Map.of("vendor", "1", "day", "2026-11-16"), "hello".getBytes(UTF_8)))
                .contains("首行不是约定的表头", "应为 CSV，编码 UTF-8", "“hello”", "重新上传");
        assertThat(town.get(town.clerk, NEW + "?vendor=2&day=2026-11-16").body())
                .containsPattern("<option value=\"2\" selected")
                .contains("value=\"2026-11-16\"");
        byte[] broken = {0x1F, (byte) 0x8B, 8, 0, 1};
        assertThat(failed(Map.of("vendor", "1", "day", "2026-11-16"), broken)).contains("没有传完");
        assertThat(town.ask("SELECT count(*) FROM vendor_statement")).isEqualTo("0");
        assertThat(town.send(town.auditor, NEW, Map.of(), "file", file).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEmptyFileIsSaidToBeEmptyAndTheFormKeepsWhatWasChosen() throws Exception {
        assertThat(send(Map.of("vendor", "2", "day", "2026-11-16"), SettledTown.EMPTY_FILE)
                        .body())
                .contains("文件是空的，请重新选择", "value=\"2026-11-16\"")
                .containsPattern("<option value=\"2\" selected")
                .doesNotContain("请选择文件");
    }

    @Test
    void vendorsAreOfferedInTheOrderOfTheirNumbers() throws Exception {
        town.ask("""
                INSERT INTO vendor (code, name, kind) VALUES ('CANTEEN-10', '十号', 'CANTEEN'),
                    ('CANTEEN-9', '九号', 'CANTEEN')
                """);
        String page = town.get(town.clerk, NEW).body();
        assertThat(page.indexOf("CANTEEN-9 · ")).isPositive().isLessThan(page.indexOf("CANTEEN-10 · "));
    }

    @Test
    void aPackedFileIsUnpackedWhileItIsRead() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(statement(300, row(1, 1, 300)).getBytes(UTF_8));
        }
        HttpResponse<String> sent = send(Map.of("vendor", "1", "day", "2026-11-16"), packed.toByteArray());
        assertThat(town.waitFor(town.clerk, location(sent))).contains("处理完毕");
    }

    @Test
    void aHeldStatementIsAcceptedAndOneThatWasWrongIsWithdrawn() throws Exception {
        String said = "合计行 ¥9.99，明细 ¥3.50，相差 +¥6.49";
        assertThat(town.take(town.clerk, statement(999, row(1, 1, 350))))
                .contains("合计行缺失或不符", "待处理，没有比对", "合计行的金额与明细不符。" + said, "接受之前不比对")
                .contains("href=\"/reconciliation/statements/1\"")
                .doesNotContain(">完成<", "处理完毕");
        assertThat(town.get(town.clerk, "/days/2026-11-16").body())
                .as("the day names what is held")
                .contains("<a href=\"/reconciliation/statements/1\">对账单 1</a>");
        String page = town.get(town.clerk, "/reconciliation/statements/1").body();
        assertThat(page).contains("合计行的金额与明细不符", said, "/reconciliation/statements/1/accept");
        String accept = "/reconciliation/statements/1/accept";
        assertThat(town.post(town.clerk, accept, Map.of()).body()).contains("reason-problem");
        HttpResponse<String> accepted = town.post(town.clerk, accept, Map.of("reason", "已电话核对"));
        assertThat(town.waitFor(town.clerk, location(accepted)))
                .contains("新差错", "<h1>重新比对</h1>")
                .doesNotContain("上传");
        assertThat(town.post(town.clerk, accept, Map.of("reason", "x")).statusCode())
                .isEqualTo(409);
        assertThat(town.status(1)).isEqualTo("OPEN");
        String upload = town.ask("SELECT job_id FROM statement_incoming WHERE takes");
        assertThat(town.get(town.clerk, "/reconciliation/incoming/" + upload).body())
                .contains("后来已接受", ">完成<")
                .doesNotContain("待处理，没有比对");
        HttpResponse<String> gone =
                town.post(town.clerk, "/reconciliation/statements/1/withdraw", Map.of("reason", "传错"));
        town.waitFor(town.clerk, location(gone));
        assertThat(town.status(1)).isEqualTo("HEALED");
        assertThat(town.get(town.clerk, "/reconciliation/statements/1").body()).contains("已撤回", "传错");
    }

    @Test
    void aSilentVendorIsExcusedByTwoPeople() throws Exception {
        String excuse = DAY + SettledTown.SILENT + "/excuse";
        assertThat(town.get(town.both, DAY + SettledTown.SILENT).body()).contains("还没有对账单", excuse);
        assertThat(town.post(town.both, excuse, Map.of()).body()).contains("reason-problem");
        assertThat(town.post(town.both, excuse, Map.of("reason", "系统停用")).statusCode())
                .isEqualTo(303);
        String one = "/reconciliation/approvals/" + town.request();
        assertThat(town.get(town.chief, "/reconciliation/approvals").body()).contains("免对账单", one);
        assertThat(town.get(town.both, DAY + SettledTown.SILENT).body())
                .contains("申请，等待另一位主管复核", "href=\"" + one)
                .doesNotContain(excuse);
        assertThat(town.post(town.both, one + "/approve", Map.of()).body()).contains("经办人不能复核自己的申请");
        assertThat(town.post(town.chief, one + "/approve", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(town.get(town.chief, DAY + SettledTown.SILENT).body()).contains("经复核免对账单", "系统停用");
        assertThat(town.get(town.chief, "/reconciliation?standing=EXCUSED").body())
                .contains("罗湖长者食堂");
        assertThat(town.get(town.chief, "/reconciliation/approvals").body()).contains("没有待复核的申请");
        assertThat(town.get(town.chief, DAY + "99").statusCode()).isEqualTo(404);
    }

    @Test
    void aToleranceIsChangedByTwoPeopleAndEveryValueIsKept() throws Exception {
        String limits = "/reconciliation/limits";
        assertThat(town.get(town.auditor, limits).body())
                .contains("对账金额容差", "¥0.00", "初始值")
                .doesNotContain(limits + "/change?");
        Map<String, String> asked =
                Map.of("limit", "RECONCILE_FEN", "about", "", "value", "1.50", "from", "", "reason", "<i>文件八");
        assertThat(town.post(town.both, limits + "/change", Map.of("limit", "RECONCILE_FEN", "value", "1.505"))
                        .body())
                .contains("reason-problem");
        assertThat(town.post(town.both, limits + "/change", Map.of("limit", "LEAST_MEALS", "value", "3"))
                        .statusCode())
                .as("of another room")
                .isEqualTo(404);
        assertThat(town.get(town.both, limits + "/change?limit=RECONCILE_FEN").body())
                .as("the value in force")
                .contains("现行数值 · 全部", "¥0.00");
        assertThat(town.post(town.both, limits + "/change", asked).statusCode()).isEqualTo(303);
        String one = limits + "/changes/" + town.request();
        assertThat(town.get(town.both, limits).body()).contains("待复核：¥1.50", one, "¥0.00");
        assertThat(town.get(town.both, "/approvals").body()).contains("参数变更", "须由另一位主管复核");
        assertThat(town.get(town.chief, "/approvals").body()).contains("对账金额容差 · 全部 → ¥1.50", one);
        assertThat(town.get(town.both, one).body()).contains("须由另一位主管复核").doesNotContain(one + "/approve");
        assertThat(town.post(town.both, one + "/approve", Map.of()).body()).contains("经办人不能复核自己的申请");
        assertThat(town.get(town.chief, one + "?lang=en").body()).contains("Asked for", "¥1.50", "At once");
        assertThat(town.post(town.chief, one + "/approve", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(town.get(town.auditor, limits).body())
                .contains("¥1.50", "&lt;i&gt;文件八", "已复核")
                .doesNotContain("<i>文件八");
        assertThat(town.get(town.auditor, "/lens/limits/changes/" + town.request())
                        .statusCode())
                .as("of another room")
                .isEqualTo(404);
        assertThat(town.get(town.auditor, "/lens/limits?lang=en").body())
                .contains("Opening hours", "06:30-20:00", "Spreads above the median", ">3.5<");
        assertThat(town.get(town.auditor, "/payouts/limits").body()).contains("不影响付款的未处理差错合计");
        assertThat(town.get(town.both, "/lens/limits").body()).contains("change?limit=LEAST_MEALS\"");
        Map<String, String> meals = Map.of("limit", "LEAST_MEALS", "value", "40", "reason", "文件九");
        assertThat(town.post(town.both, "/lens/limits/change", meals).statusCode())
                .isEqualTo(303);
        assertThat(town.get(town.both, "/lens/limits").body())
                .contains("待复核：40", "（staff13 于 2026-11-17 10:00")
                .doesNotContain("change?limit=LEAST_MEALS\"");
    }

    @Test
    void aRuleIsAddedAndEnded() throws Exception {
        String rules = "/reconciliation/rules";
        assertThat(town.get(town.auditor, rules).body()).contains("没有规则").doesNotContain(rules + "/new");
        assertThat(town.post(town.chief, rules + "/new", Map.of("mostFen", "x")).body())
                .contains("kind-problem", "what-problem", "mostFen-problem", "mostDayFen-problem");
        Map<String, String> rule = Map.of(
                "kind", "AMOUNT_OVER", "what", "ACCEPT", "mostFen", "0.50", "mostDayFen", "5", "reason", "<i>文件七");
        assertThat(town.post(town.clerk, rules + "/new", rule).statusCode()).isEqualTo(403);
        assertThat(town.post(town.chief, rules + "/new", rule).statusCode()).isEqualTo(303);
        assertThat(town.get(town.chief, rules).body()).as("of one signature").contains("没有规则");
        assertThat(town.get(town.auditor, "/reconciliation/approvals").body()).contains("自动处理规则", "全部商户");
        String request = "/reconciliation/approvals/" + town.request();
        assertThat(town.get(town.chief, rules).body())
                .contains("全部商户 · 商户多报 · 接受", "¥0.50 · staff", "申请，等待另一位主管复核", "href=\"" + request);
        assertThat(town.get(town.both, request).body())
                .contains("¥0.50", "¥5.00", "&lt;i&gt;文件七")
                .doesNotContain("<i>文件七");
        town.post(town.chief, request + "/approve", Map.of());
        assertThat(town.get(town.chief, rules).body()).contains("没有规则");
        assertThat(town.post(town.both, request + "/approve", Map.of()).statusCode())
                .isEqualTo(303);
        String signed = town.chief.session().actor().account() + " · "
                + town.both.session().actor().account();
        assertThat(town.get(town.chief, rules).body())
                .contains("¥0.50", "&lt;i&gt;文件七", signed)
                .doesNotContain("<i>文件七");
        assertThat(town.take(town.clerk, statement(350, row(1, 1, 350)))).contains("按规则处理");
        assertThat(town.status(1)).isEqualTo("ACCEPTED");
        assertThat(town.get(town.clerk, "/reconciliation/breaks/" + town.breakOf(1))
                        .body())
                .contains("<a href=\"" + rules + "#rule-1\">规则 1</a>");
        assertThat(town.get(town.chief, rules).body()).contains("<tr id=\"rule-1\">");
        assertThat(town.post(town.chief, rules + "/1/end", Map.of("reason", "到期"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.post(town.chief, rules + "/1/end", Map.of("reason", "到期"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormatIsChosenTriedOnASampleAndSaved() throws Exception {
        String formats = "/reconciliation/formats";
        assertThat(town.get(town.clerk, formats).body()).contains("先选择商户");
        assertThat(town.get(town.clerk, formats + "?vendor=1").body()).contains("现行版本 0", "tap_time");
        assertThat(town.get(town.clerk, formats + "?vendor=1&known=TRANSIT_CLEARING")
                        .body())
                .contains("42:14");
        Map<String, String> own = Map.ofEntries(
                Map.entry("vendor", "1"),
                Map.entry("format", "CSV"),
                Map.entry("charset", "UTF-8"),
                Map.entry("unit", "YUAN"),
                Map.entry("times", "ISO"),
                Map.entry("source-TAPPED_AT", "tap_time"),
                Map.entry("source-TERMINAL", "terminal"),
                Map.entry("source-TERMINAL_SEQ", "seq"),
                Map.entry("source-CARD", "card"),
                Map.entry("source-SERVICE", "service"),
                Map.entry("source-AMOUNT", "amount"),
                Map.entry("source-SUBSIDY", "subsidy"));
        byte[] sample = statement(3, row(1, 1, 3), "\"wrong").getBytes(UTF_8);
        assertThat(town.send(town.clerk, formats + "/sample", own, "file", sample)
                        .body())
                .contains("试读结果", "¥3.00", "此行无法分列");
        assertThat(town.send(town.clerk, formats + "/sample", own, "file", new byte[0])
                        .body())
                .contains("file-problem");
        assertThat(town.send(town.clerk, formats + "/sample", own, "file", SettledTown.EMPTY_FILE)
                        .body())
                .contains("文件是空的，请重新选择");
        byte[] misspelt = statement(3, row(1, 1, 3)).replace("card", "crad<b>").getBytes(UTF_8);
        assertThat(town.send(town.clerk, formats + "/sample", own, "file", misspelt)
                        .body())
                .contains("缺少：card。", "seq,crad&lt;b&gt;,service")
                .doesNotContain("<b>");
        assertThat(town.send(town.clerk, formats, own, "file", new byte[0]).statusCode())
                .isEqualTo(403);
        assertThat(town.send(town.chief, formats, own, "file", new byte[0]).statusCode())
                .isEqualTo(303);
        assertThat(town.get(town.chief, formats + "?vendor=1").body()).contains("现行版本 1");
        assertThat(town.send(town.chief, formats, Map.of("vendor", "1"), "file", new byte[0])
                        .body())
                .contains("format-problem", "charset-problem");
    }

    @Test
    void whateverIsTypedOrStatedComesBackHarmless() throws Exception {
        for (String payload : PAYLOADS) {
            String file = statement(350, row(1, 1, 350), payload);
            town.take(town.clerk, file);
            Map<String, String> fields = Map.of("vendor", payload, "day", payload, "state", payload);
            assertHarmless(send(fields, file.getBytes(UTF_8)).body());
            assertHarmless(town.post(
                            town.chief,
                            "/reconciliation/rules/new",
                            Map.of("kind", payload, "mostFen", payload, "mostDayFen", payload, "reason", payload))
                    .body());
            assertHarmless(town.send(
                            town.clerk,
                            "/reconciliation/formats/sample",
                            Map.of("vendor", "1", "format", payload, "source-CARD", payload),
                            "file",
                            file.getBytes(UTF_8))
                    .body());
        }
        String last = town.ask("SELECT max(statement_id) FROM vendor_statement");
        assertHarmless(
                town.get(town.clerk, "/reconciliation/statements/" + last).body());
        assertThat(town.get(town.clerk, "/reconciliation/statements/" + last + "/faults")
                        .body()
                        .lines())
                .noneMatch(line -> line.matches(".*,[=+@-].*"));
    }

    private static void assertHarmless(String html) {
        assertThat(html).doesNotContain("<script>alert", "<img src=x").contains("</html>");
    }

    private HttpResponse<String> send(Map<String, String> fields, byte[] file) throws Exception {
        return town.send(town.clerk, NEW, fields, "file", file);
    }

    private String failed(Map<String, String> fields, byte[] file) throws Exception {
        return town.waitFor(town.clerk, location(send(fields, file)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
