package cn.suinian.gateway.console.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of breaks over HTTP; each test works on breaks of its own. */
@ExtendWith(PostgresExtension.class)
class BreakPagesTest {
    private static final String LIST = "/reconciliation/breaks";
    private static final byte[] PDF = "%PDF-1.7 evidence".getBytes(UTF_8);
    private static SettledTown town;

    @BeforeAll
    static void start(Database database) throws Exception {
        town = new SettledTown(database);
        assertThat(town.get(town.clerk, LIST).body()).contains("没有符合条件的差错");
        assertThat(town.take(town.clerk, SettledTown.planted())).contains("处理完毕");
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theListIsFilteredFromItsAddressAndSaysWhatItCannotRead() throws Exception {
        String path = LIST + "?vendor=1&kind=AMOUNT_OVER&service=TRANSIT&from=2026-11-16&to=2026-11-16&least=0.10";
        String found = town.get(town.auditor, path).body();
        assertThat(found).contains("商户多报", "¥3.50", "+¥0.50").doesNotContain("¥7.00");
        assertThat(found).as("an auditor looks and does not act").doesNotContain("name=\"tick\"");
        assertThat(town.get(town.auditor, LIST + "?service=MEAL").body()).contains("没有符合条件的差错");
        assertThat(town.get(town.auditor, LIST + "?mine=me").body()).contains("没有符合条件的差错");
        assertThat(town.get(town.auditor, LIST + "?least=much&age=-1&from=x").body())
                .contains("id=\"least\"", "请填写金额（元），如 1.50。", "请填写天数，如 7。", "请填写日期，如");
        assertThat(town.get(town.auditor, LIST + "?order=MOST_MONEY&lang=en").body())
                .contains("At risk", "data-keys", "href=\"#row\"", "id=\"row\"");
        for (String hostile : List.of("'%3B--", "%3Cscript%3Ealert(1)%3C/script%3E", "999999999999999999")) {
            for (String name : List.of("vendor", "kind", "state", "from", "age", "least", "mine", "order", "after")) {
                HttpResponse<String> page = town.get(town.auditor, LIST + "?" + name + "=" + hostile);
                assertThat(page.statusCode()).as(name + hostile).isEqualTo(200);
                assertThat(page.body()).doesNotContain("<script>alert");
            }
        }
    }

    @Test
    void aConditionThatCannotBeReadListsNothingAndLetsNothingBeDoneToAll() throws Exception {
        for (String wrong :
                List.of("most=1%E5%85%83", "most=1,5", "least=-1", "kind=ALL_OF_THEM", "state=X", "mine=you")) {
            String query = "?service=TRANSIT&" + wrong;
            assertThat(town.get(town.clerk, LIST + query).body())
                    .as(wrong)
                    .contains("请先改正查询条件")
                    .doesNotContain("处理符合条件的全部", "name=\"tick\"", "¥7.00");
            assertThat(town.get(town.clerk, LIST + "/all" + query).body())
                    .contains("请先改正查询条件")
                    .doesNotContain("全部处理");
            Map<String, String> all = Map.of("what", "REJECT", "reason", "没有此笔", "version", "30");
            assertThat(town.post(town.clerk, LIST + "/all" + query, all).statusCode())
                    .isEqualTo(422);
            assertThat(town.post(town.clerk, LIST + "/export" + query, Map.of("format", "CSV"))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aFilterIsKeptUnderANameByWhoeverSavedIt() throws Exception {
        String path = LIST + "/filters?kind=MISSING_HERE&mine=me";
        assertThat(town.post(town.clerk, path, Map.of("name", " ")).body()).contains("name-problem");
        HttpResponse<String> saved = town.post(town.clerk, path, Map.of("name", "<b>周一"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(town.get(town.clerk, LIST).body())
                .contains("&lt;b&gt;周一", LIST + "?kind=MISSING_HERE&amp;mine=me")
                .doesNotContain("<b>周一");
        assertThat(town.get(town.chief, LIST).body()).doesNotContain("周一");
        town.post(town.clerk, LIST + "/filters/forget", Map.of("kept", "<b>周一"));
        assertThat(town.get(town.clerk, LIST).body()).doesNotContain("周一");
    }

    @Test
    void aBreakShowsBothSidesFieldByField() throws Exception {
        String page = town.get(town.auditor, LIST + "/" + town.breakOf(20)).body();
        assertThat(page)
                .contains("¥3.00", "¥3.50", "不一致", "对账单 1 第 22 行", "/taps/20261116-440300010001-20-")
                .contains("比对发现", "您可以查看，不能办理");
        assertThat(town.get(town.auditor, LIST + "/" + town.breakOf(102) + "?lang=en")
                        .body())
                .contains("nothing", "Missing here");
        assertThat(town.get(town.auditor, LIST + "/999999").statusCode()).isEqualTo(404);
        assertThat(town.get(town.auditor, LIST + "/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void aDistrictIsOfferedNothingOfTheCity() throws Exception {
        Admitted district = town.console
                .sessions()
                .signedIn(15, Role.SETTLEMENT_SUPERVISOR.permissions(), new Scope(District.FUTIAN, null));
        String one = LIST + "/" + town.breakOf(19);
        for (String path : List.of(
                "/reconciliation",
                "/reconciliation/days/2026-11-16/1",
                "/reconciliation/days/2026-11-16/3",
                "/reconciliation/statements",
                "/reconciliation/statements/1",
                "/reconciliation/rules",
                "/reconciliation/formats?vendor=1",
                "/reconciliation/limits",
                "/payouts/limits",
                "/lens/limits",
                "/lens/holds",
                LIST)) {
            String page = town.get(district, path).body();
            assertThat(page).as(path).contains("由市级人员办理");
            assertThat(page)
                    .as(path)
                    .doesNotContain("/statements/new", "/compare\"", "/excuse\"", "/withdraw\"", "/rules/new")
                    .doesNotContain("/limits/change?", "name=\"tick\"", LIST + "/all\"", one + "/adjust");
            assertThat(town.get(town.chief, path).body()).as(path).doesNotContain("由市级人员办理");
        }
        assertThat(town.get(district, one).body()).contains("不由您所在的区负担").doesNotContain("请先改正");
        assertThat(town.get(district, LIST).body()).contains("金额只含您所在的区负担的部分").doesNotContain(one);
        assertThat(town.get(district, "/reconciliation/days/2026-11-16/1").body())
                .contains("商户申报的合计和差额因此不列出")
                .doesNotContain("¥104.00");
        assertThat(town.get(district, "/payouts/accounts/vendors/1").body())
                .contains("由市级人员变更")
                .doesNotContain("/vendors/1/change");
        assertThat(town.get(district, "/payouts/accounts/payers/2").body()).contains("/payers/2/change");
        assertThat(town.get(town.chief, one).body()).contains(one + "/adjust");
    }

    @Test
    void eachActWantsItsReasonAndTheVersionThatWasLookedAt() throws Exception {
        assertThat(town.act(town.clerk, 1, "accept", Map.of("reason", "")).body())
                .contains("reason-problem");
        assertThat(town.act(town.clerk, 1, "accept", Map.of("reason", "x", "version", "9"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(town.act(town.auditor, 1, "accept", Map.of("reason", "x", "version", "1"))
                        .statusCode())
                .isEqualTo(403);
        String program = "MZ\u0090 not a picture";
        assertThat(town.act(town.clerk, 1, "accept", Map.of("reason", "见附件"), program.getBytes(UTF_8))
                        .body())
                .contains("attachment-problem");
        assertThat(town.act(town.clerk, 1, "accept", Map.of("reason", ""), PDF).body())
                .contains("刚才选的文件没有保留，请重新选择");
        assertThat(town.act(town.clerk, 1, "accept", Map.of("reason", "见附件"), PDF)
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.status(1)).isEqualTo("ACCEPTED");
        String page = town.get(town.clerk, LIST + "/" + town.breakOf(1)).body();
        String path =
                page.substring(page.indexOf("/reconciliation/attachments/")).split("\"", 2)[0];
        HttpResponse<String> opened = town.get(town.auditor, path);
        assertThat(opened.body()).isEqualTo(new String(PDF, UTF_8));
        assertThat(opened.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(town.act(town.clerk, 1, "reopen", Map.of("reason", "再看")).statusCode())
                .isEqualTo(303);
        assertThat(town.act(town.clerk, 1, "reopen", Map.of("reason", "再看")).body())
                .contains("没有处理，无需重开");
        town.act(town.clerk, 1, "assign", Map.of("reason", "我来", "assignee", "me"));
        town.act(town.clerk, 1, "comment", Map.of("reason", "<img src=x onerror=alert(1)>"));
        String worked = town.get(town.clerk, LIST + "/" + town.breakOf(1)).body();
        assertThat(worked).contains("&lt;img src=x", "我的").doesNotContain("<img src=x");
        town.act(town.clerk, 1, "reject", Map.of("reason", "不认可"));
        assertThat(town.status(1)).isEqualTo("REJECTED");
    }

    @Test
    void whatTheVendorStillHasTimeToStateIsLeftAloneAndThenLinked() throws Exception {
        String expected = LIST + "/" + town.breakOf(29);
        assertThat(town.get(town.clerk, expected).body())
                .contains("现在不用办", expected + "/comment", expected + "/assign")
                .doesNotContain(expected + "/accept", expected + "/link", expected + "/adjust");
        assertThat(town.act(town.clerk, 29, "accept", Map.of("reason", "明天报")).body())
                .contains("还在等商户申报");
        Map<String, String> both = Map.of("what", "ACCEPT", "reason", "零头", "version", "1");
        assertThat(town.get(town.clerk, LIST + "/all?least=3&most=3").body()).contains("全部 1 条", "不处理：待商户申报");
        assertThat(town.post(town.clerk, LIST + "/all?kind=EXPECTED", both).body())
                .contains("还在等商户申报");
        assertThat(town.get(town.chief, "/reconciliation/rules/new").body())
                .contains("value=\"MISSING_AT_VENDOR\"")
                .doesNotContain("value=\"EXPECTED\"");
        town.age(SettledTown.DAY.plusDays(3));
        String form =
                town.get(town.clerk, LIST + "/" + town.breakOf(101) + "/link").body();
        assertThat(form).contains("差错 " + town.breakOf(29), "差错 " + town.breakOf(30));
        assertThat(town.act(town.clerk, 101, "link", Map.of("reason", "同一笔")).body())
                .contains("other-problem");
        String other = town.tick(29);
        assertThat(town.act(town.clerk, 101, "link", Map.of("reason", "同一笔", "other", other))
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.status(101)).isEqualTo("LINKED");
        assertThat(town.status(29)).isEqualTo("LINKED");
    }

    @Test
    void tickedOnesAreResolvedTogetherWithOneReason() throws Exception {
        Map<String, String> fields = Map.of("what", "ACCEPT", "reason", "零头", "tick", town.tick(2));
        assertThat(town.post(town.clerk, LIST + "/ticked", Map.of("what", "ACCEPT", "reason", "零头"))
                        .body())
                .contains("请先勾选");
        assertThat(town.post(town.clerk, LIST + "/ticked", Map.of("reason", "零头", "tick", town.tick(2)))
                        .body())
                .contains("what-problem", "checked");
        assertThat(town.post(town.auditor, LIST + "/ticked", fields).statusCode())
                .isEqualTo(403);
        assertThat(town.post(town.clerk, LIST + "/ticked", fields).statusCode()).isEqualTo(303);
        assertThat(town.status(2)).isEqualTo("ACCEPTED");
        Map<String, String> stale = Map.of("what", "ACCEPT", "reason", "零头", "tick", town.breakOf(3) + ":7");
        assertThat(town.post(town.clerk, LIST + "/ticked", stale).statusCode()).isEqualTo(422);
        assertThat(town.status(3)).isEqualTo("OPEN");
    }

    @Test
    void allThatFitAreResolvedOnceTheirNumberIsConfirmed() throws Exception {
        String path = LIST + "/all?kind=MISSING_HERE&least=7";
        assertThat(town.get(town.clerk, path).body())
                .contains("全部 1 条", "METRO-1 · 地铁一号线", "¥7.00", "我方无记录", "风险金额不低于（元）</dt>");
        Map<String, String> fields = Map.of("what", "REJECT", "reason", "没有此笔", "version", "2");
        assertThat(town.post(town.clerk, path, fields).body()).contains("数量已变化");
        Map<String, String> right = Map.of("what", "REJECT", "reason", "没有此笔", "version", "1");
        assertThat(town.post(town.clerk, path, right).statusCode()).isEqualTo(303);
        assertThat(town.status(102)).isEqualTo("REJECTED");
    }

    @Test
    void whatFitsIsExportedForSpreadsheets() throws Exception {
        HttpResponse<String> csv =
                town.post(town.auditor, LIST + "/export?kind=AMOUNT_OVER&state=ALL", Map.of("format", "CSV"));
        assertThat(csv.body())
                .startsWith("\uFEFF差错号")
                .contains(",METRO-1,地铁一号线,2026-11-16,商户多报 ", ",乘车 Transit,", "市级 City", town.openedInShenzhen(20))
                .doesNotContain("我方无记录", "TRANSIT");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("suinian-breaks-2026-11-17");
        assertThat(town.post(town.auditor, LIST + "/export", Map.of("format", "XLSX"))
                        .body())
                .startsWith("PK");
        assertThat(town.post(town.auditor, LIST + "/export", Map.of()).statusCode())
                .isEqualTo(422);
        String matched = "/reconciliation/days/2026-11-16/1/matched";
        assertThat(town.get(town.auditor, matched).body()).contains("逐笔", "¥3.00");
        assertThat(town.post(town.auditor, matched, Map.of("format", "CSV")).body())
                .contains("METRO-1,地铁一号线,2026-11-16,", ",逐笔 by key");
    }

    @Test
    void anAdjustmentHasTwoPeopleWhateverIsSentAgain() throws Exception {
        assertThat(town.act(town.both, 10, "adjust", Map.of("reason", "机器对", "fen", "9"))
                        .body())
                .contains("fen-problem", "差额以内");
        HttpResponse<String> asked = town.act(town.both, 10, "adjust", Map.of("reason", "机器对", "fen", "0.50"));
        assertThat(asked.statusCode()).isEqualTo(303);
        String one = "/reconciliation/approvals/" + town.request();
        assertThat(town.get(town.both, LIST + "/" + town.breakOf(10)).body())
                .contains("staff13 于 2026-11-17 10:00", "申请，等待另一位主管复核", "href=\"" + one)
                .doesNotContain("/adjust\"");
        assertThat(town.get(town.both, one).body()).contains("须由另一位主管复核").doesNotContain(one + "/approve");
        HttpResponse<String> own = town.post(town.both, one + "/approve", Map.of());
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("经办人不能复核自己的申请");
        assertThat(town.post(town.clerk, one + "/approve", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(town.get(town.clerk, one).body()).contains("请等待结算主管复核");
        String stolen = town.both.session().csrfToken();
        assertThat(town.post(town.chief, one + "/approve", Map.of("csrf", stolen))
                        .statusCode())
                .isEqualTo(403);
        assertThat(journal()).isEqualTo("0");
        assertThat(town.get(town.chief, one).body()).contains("付给商户", "与申请时一致");
        assertThat(town.get(town.clerk, "/reconciliation/approvals").body())
                .contains("查看<span")
                .doesNotContain("复核<span");
        HttpResponse<String> approved = town.post(town.chief, one + "/approve", Map.of());
        assertThat(approved.statusCode()).isEqualTo(303);
        assertThat(town.told(town.chief, approved)).contains("地铁一号线 · 2026-11-16 · ¥0.50 付给商户 · 记入营业日 2026-11-17");
        assertThat(town.post(town.chief, one + "/approve", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(town.get(town.chief, one).statusCode()).isEqualTo(404);
        assertThat(journal()).isEqualTo("1");
        assertThat(town.status(10)).isEqualTo("ADJUSTED");

        town.act(town.clerk, 11, "adjust", Map.of("reason", "机器对", "fen", "0.50"));
        String two = "/reconciliation/approvals/" + town.request();
        assertThat(town.post(town.chief, two + "/refuse", Map.of()).body()).contains("reason-problem");
        assertThat(town.post(town.chief, two + "/refuse", Map.of("reason", "证据不足"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.status(11)).isEqualTo("OPEN");
        assertThat(journal()).isEqualTo("1");
    }

    private static String journal() throws Exception {
        return town.ask("SELECT count(*) FROM journal_transfer WHERE kind = 'ADJUSTMENT'");
    }
}
