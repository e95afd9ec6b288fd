package cn.suinian.gateway.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.AdministrationStand;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of the audit trail. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AuditPagesTest {

    private static final String FORMULA = "=cmd|' /C calc'!A0";
    private static final Actor CLERK = new Actor(77L, "clerk.7", Set.of(), Scope.CITY, "10.9.9.9");

    private Database database;
    private AdministrationStand stand;
    private AuditLog log;

    @BeforeEach
    void open(Database given) throws SQLException {
        database = given;
        stand = new AdministrationStand(given);
        log = new AuditLog(stand.desk().clock);
    }

    @AfterEach
    void close() throws Exception {
        stand.close();
    }

    @Test
    void findsByTimeAccountActThingAndReason() throws Exception {
        act(AuditEntry.of("CARD_LOST", "CARD", 12345678).because("在公交车上丢失"));
        stand.desk().clock.pass(Duration.ofDays(2));
        act(AuditEntry.of("TERMINAL_SUSPENDED", "TERMINAL", "440300000001").because("失窃"));
        var auditor = stand.desk().settle("auditor2", Role.AUDITOR);

        assertThat(stand.getAs(auditor, "/audit?actor=clerk.7").body()).contains("挂失", "停用终端", "10.9.9.9");
        assertThat(stand.getAs(auditor, "/audit?actor=clerk.7&deed=CARD_LOST").body())
                .contains("在公交车上丢失")
                .doesNotContain("失窃");
        assertThat(stand.getAs(auditor, "/audit?actor=clerk.7&from=2026-11-25").body())
                .contains("失窃")
                .doesNotContain("公交车");
        assertThat(stand.getAs(auditor, "/audit?actor=clerk.7&until=2026-11-23").body())
                .contains("公交车")
                .doesNotContain("失窃");
        assertThat(stand.getAs(auditor, "/audit?kind=TERMINAL&subject=440300000001")
                        .body())
                .contains("失窃")
                .doesNotContain("公交车");
        assertThat(stand.getAs(auditor, "/audit?from=nonsense").body()).contains("请填写正确的日期", "value=\"nonsense\"");
        assertThat(stand.getAs(auditor, "/audit?from=2026-11-25&until=2026-11-23")
                        .body())
                .contains("截止日期早于开始日期", "href=\"#until\"");
        for (String field : List.of("from", "until")) {
            for (String day : List.of("-999999999-01-01", "-4713-01-01", "0001-01-01", "9999-12-31")) {
                assertThat(stand.getAs(auditor, "/audit?" + field + "=" + day).body())
                        .as(field + " " + day)
                        .contains("请填写正确的日期", "<a href=\"#" + field + "\">");
            }
        }
        assertThat(stand.getAs(auditor, "/audit?actor=nobody").body()).contains("没有符合条件的条目");
    }

    @Test
    void theTextOfAReasonAndTheSerialOfACardAreInNoAddress() throws Exception {
        act(AuditEntry.of("CARD_LOST", "CARD", 12345678).because("陈测试来电"));
        HttpResponse<String> reason = search(Map.of("text", "陈测试"));
        assertThat(reason.statusCode()).isEqualTo(200);
        assertThat(reason.body()).contains("陈测试来电", "****5678").doesNotContain("12345678", "href=\"/audit?text");
        HttpResponse<String> card = search(Map.of("kind", "CARD", "subject", "12345678"));
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.body()).contains("陈测试来电");
        assertThat(search(Map.of("actor", "13800000000")).statusCode())
                .as("a phone")
                .isEqualTo(200);
        for (String number : new String[] {"4400001948-10200021", "138.0013.8000", "138-0013_8000"}) {
            assertThat(search(Map.of("kind", "HOLDER", "subject", number)).statusCode())
                    .as(number)
                    .isEqualTo(200);
        }
        assertThat(search(Map.of("kind", "TAP", "subject", "20261123-440300010007-1-00000000"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/audit?kind=TAP&subject=20261123-440300010007-1-00000000");
        assertThat(search(Map.of("kind", "TERMINAL", "subject", "440300000001"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/audit?kind=TERMINAL&subject=440300000001");
        assertThat(search(Map.of("actor", "clerk.7", "deed", "CARD_LOST"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/audit?actor=clerk.7&deed=CARD_LOST");
        assertThat(search(Map.of("subject", "7")).headers().firstValue("Location"))
                .hasValue("/audit?subject=7");
        assertThat(stand.getAs(stand.auditor(), "/audit?subject=7").body()).contains("请同时选择对象类别");
    }

    @Test
    void anEntryShowsBeforeAndAfterAndLeadsToTheSameThing() throws Exception {
        act(AuditEntry.of("CARD_REPLACED", "CARD", 12345678)
                .changed(Map.of("status", "LOST"), Map.of("status", "REPLACED", "by", "87654321"))
                .because("LOST"));
        long entry = newest();
        act(AuditEntry.of("SOMETHING_NEW", "GADGET", 5));
        String page = stand.getAs(stand.auditor(), "/audit/" + entry).body();
        assertThat(page)
                .contains("换卡 · CARD_REPLACED", "卡 ****5678", "****4321", "2026-11-23 09:00:")
                .contains("状态 <code class=\"second\">status</code>")
                .contains("已挂失 <code class=\"second\">LOST</code>")
                .contains("已换卡 <code class=\"second\">REPLACED</code>")
                .contains("href=\"/audit?same=" + entry + "\"")
                .doesNotContain("12345678", "87654321");
        assertThat(stand.getAs(stand.auditor(), "/audit?same=" + entry).body())
                .contains("只看与第 " + entry + " 条相同的对象", "换卡")
                .doesNotContain("SOMETHING_NEW", "12345678");
        assertThat(stand.getAs(stand.auditor(), "/audit/" + (entry + 1)).body()).contains("SOMETHING_NEW", "GADGET 5");
        for (String none : new String[] {"0", "999999", "x", "9223372036854775807"}) {
            assertThat(stand.getAs(stand.auditor(), "/audit/" + none).statusCode())
                    .as(none)
                    .isEqualTo(404);
        }
    }

    @Test
    void pagesByNumberWithAndWithoutAnAddress() throws Exception {
        for (int i = 0; i < 60; i++) {
            act(AuditEntry.of("NOTED", "HOLDER", i).because("same words " + i));
        }
        String first = stand.getAs(stand.auditor(), "/audit?actor=clerk.7").body();
        assertThat(first).contains("same words 59", "same words 10<").doesNotContain("same words 9<");
        String before = first.replaceAll("(?s).*before=([0-9]+)\".*", "$1");
        assertThat(stand.getAs(stand.auditor(), "/audit?actor=clerk.7&before=" + before)
                        .body())
                .contains("same words 9<", "same words 0<", "rel=\"first\"")
                .doesNotContain("same words 10<");
        String found = search(Map.of("text", "same words")).body();
        assertThat(found).contains("name=\"before\" value=\"" + before + "\"", "name=\"text\" value=\"same words\"");
        assertThat(search(Map.of("text", "same words", "before", before)).body())
                .contains("same words 9<")
                .doesNotContain("same words 10<");
    }

    @Test
    void theExportIsAFileThatDoesNothingInASpreadsheetAndAnEntryItself() throws Exception {
        act(AuditEntry.of("NOTED", "CARD", 12345678)
                .changed(Map.of("status", "ACTIVE"), Map.of("status", "LOST"))
                .because(FORMULA));
        HttpResponse<String> none = stand.postAs(stand.auditor(), "/audit/export", Map.of("actor", "clerk.7"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("href=\"#why\"", "value=\"clerk.7\"", "请填写导出原因");

        HttpResponse<String> file =
                stand.postAs(stand.auditor(), "/audit/export", Map.of("actor", "clerk.7", "why", "年度审计"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''suinian-audit-2026-11-23.csv");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(file.body().lines()).hasSize(2);
        assertThat(file.body())
                .startsWith("\uFEFFentry_no,at,")
                .contains(",2026-11-23T09:00:00+08:00,", ",****5678,status=ACTIVE,status=LOST,'" + FORMULA)
                .contains(",NOTED,卡 ****5678,状态=使用中,状态=已挂失,'" + FORMULA)
                .doesNotContain("," + FORMULA, "12345678");
        assertThat(stand.getAs(stand.auditor(), "/audit?deed=AUDIT_EXPORTED").body())
                .contains("年度审计");
    }

    @Test
    void aLongExportArrivesWhole() throws Exception {
        stand.desk().transactions.run(transaction -> {
            for (int i = 0; i < 3_000; i++) {
                log.append(
                        transaction, CLERK, AuditEntry.of("NOTED", "HOLDER", i).because("原因".repeat(60)));
            }
            return null;
        });
        HttpResponse<String> file =
                stand.postAs(stand.auditor(), "/audit/export", Map.of("actor", "clerk.7", "why", "all"));
        assertThat(file.body().lines().skip(1).distinct()).hasSize(3_000);
        assertThat(file.body()).endsWith("原因\r\n");
    }

    @Test
    void theChainIsLookedAtAndTheHeadIsThereToNoteDown() throws Exception {
        String hash = TestServers.ask(database, "SELECT encode(hash, 'hex') FROM audit_head");
        String page = stand.getAs(stand.auditor(), "/audit/chain").body();
        assertThat(page).contains("还没有在这里校验过", hash.substring(0, 8) + " " + hash.substring(8, 16), "./suinian verify");
        long entries = newest();

        stand.postAs(stand.auditor(), "/audit/chain", Map.of());

        assertThat(stand.getAs(stand.auditor(), "/audit/chain").body()).contains("由 auditor 校验至第 " + entries + " 条：完整");
        assertThat(newest()).isEqualTo(entries + 1);
    }

    @Test
    @Breaks("the audit trail is whole: no entry was edited, removed or slipped in")
    void aBrokenChainIsSaidLoudly() throws Exception {
        act(AuditEntry.of("NOTED", "HOLDER", 1).because("was here"));
        TestServers.ask(database, "ALTER TABLE audit_log DISABLE TRIGGER USER");
        TestServers.ask(database, "UPDATE audit_log SET reason = 'was not here' WHERE act = 'NOTED'");
        HttpResponse<String> done = stand.postAs(stand.auditor(), "/audit/chain", Map.of());
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(stand.getAs(stand.auditor(), "/audit/chain").body())
                .contains("class=\"warning\"", "does not fit its hash");
    }

    @Test
    void anAuditorOfADistrictIsToldWhyTheyReadNothing() throws Exception {
        act(AuditEntry.of("NOTED", "HOLDER", 1).because("was here"));
        try (ConsoleServer console = new ConsoleServer(database, stand.desk().clock)) {
            Scope district = new Scope(District.FUTIAN, null);
            Admitted auditor = console.sessions().signedIn(41, Role.AUDITOR.permissions(), district);
            for (String path : new String[] {"/audit", "/audit?actor=clerk.7", "/audit/1", "/audit/chain"}) {
                HttpResponse<String> page = console.getAs(auditor, path);
                assertThat(page.statusCode()).as(path).isEqualTo(422);
                assertThat(page.body()).contains("只有负责全市的审计员可以查看").doesNotContain("was here");
            }
            for (String path : new String[] {"/audit/search", "/audit/export", "/audit/chain"}) {
                HttpResponse<String> page = console.post(auditor, path, Map.of("why", "年度审计", "text", "here"));
                assertThat(page.statusCode()).as(path).isEqualTo(422);
                assertThat(page.body()).contains("只有负责全市的审计员可以查看").doesNotContain("was here");
            }
        }
    }

    private HttpResponse<String> search(Map<String, String> fields) throws Exception {
        return stand.postAs(stand.auditor(), "/audit/search", new TreeMap<>(fields));
    }

    private void act(AuditEntry entry) throws SQLException {
        stand.desk().transactions.run(transaction -> log.append(transaction, CLERK, entry));
    }

    private long newest() throws SQLException {
        return Long.parseLong(TestServers.ask(database, "SELECT entry_no FROM audit_head"));
    }
}
