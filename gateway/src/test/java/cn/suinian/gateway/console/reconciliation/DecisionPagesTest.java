package cn.suinian.gateway.console.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages of reconciliation tell whoever decides, over HTTP; each test works on breaks of its own. */
@ExtendWith(PostgresExtension.class)
class DecisionPagesTest {
    private static final String LIST = "/reconciliation/breaks";
    private static final String DAY = "/reconciliation/days/" + SettledTown.DAY + "/";
    private static SettledTown town;

    @BeforeAll
    static void start(Database database) throws Exception {
        town = new SettledTown(database);
        assertThat(town.take(town.clerk, SettledTown.planted())).contains("处理完毕");
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void aRangeOfDaysThatEndsBeforeItBeginsIsSaidAtItsField() throws Exception {
        String backwards =
                town.get(town.clerk, LIST + "?from=2026-11-17&to=2026-11-16").body();
        assertThat(backwards)
                .contains("id=\"to-problem\"", "“至”早于“自”", "请先改正查询条件")
                .doesNotContain("没有符合条件的差错");
        assertThat(town.get(town.clerk, LIST + "?from=2026-11-16&to=2026-11-16").body())
                .doesNotContain("to-problem");
    }

    @Test
    void whoeverCameTooLateFindsTheirReasonInTheFormAsItIsNow() throws Exception {
        String act = LIST + "/" + town.breakOf(3) + "/comment";
        town.post(town.chief, act, Map.of("version", "1", "reason", "商户来电"));
        HttpResponse<String> late = town.post(town.clerk, act, Map.of("version", "1", "reason", "零头 <b>"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("没有办理", "刚才有人改动了这条记录", "零头 &lt;b", "name=\"version\" value=\"2\"")
                .doesNotContain("请先改正");
        assertThat(town.post(town.clerk, act, Map.of("version", "2", "reason", "零头 <b>"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoeverCameTooLateForARequestIsLedBackToTheList() throws Exception {
        HttpResponse<String> decided = town.post(town.chief, "/reconciliation/approvals/999/approve", Map.of());
        assertThat(decided.statusCode()).isEqualTo(409);
        assertThat(decided.body()).contains("href=\"/reconciliation/approvals\">到上一级页面");
    }

    @Test
    void whatWasAskedForIsSaidOnTheBreakInTheInboxAndBeforeTheDayIsSigned() throws Exception {
        String one = LIST + "/" + town.breakOf(4);
        assertThat(town.act(town.clerk, 4, "adjust", Map.of("reason", "机器对", "fen", "0.30"))
                        .statusCode())
                .isEqualTo(303);
        String request = town.request();
        assertThat(town.get(town.clerk, one).body())
                .contains("<dt>已申请的调账</dt><dd>¥0.30 付给商户</dd>", "申请 " + request + " ¥0.30 付给商户");
        assertThat(town.get(town.chief, "/reconciliation/approvals").body())
                .contains("<h1>对账待复核</h1>", "<a href=\"/approvals\">待复核</a>");
        assertThat(town.post(town.chief, "/reconciliation/approvals/" + request + "/approve", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.get(town.clerk, one).body()).contains("申请 " + request + " ¥0.30 付给商户");
        assertThat(town.get(town.chief, "/days/" + SettledTown.DAY).body())
                .contains("已调账：1 笔，付给商户 ¥0.30，从商户收回 ¥0.00", "href=\"" + one + "\">差错", "+¥0.30，记入 2026-11-17");
    }

    @Test
    void theVendorsDayLeadsFromOurFigureToTheirsAndBlamesNobodyForWhatIsNotStated() throws Exception {
        String page = town.get(town.auditor, DAY + SettledTown.METRO).body();
        assertThat(page.replaceAll("\\s*\n\\s*", ""))
                .contains("运营与送餐补贴</td>", ">未申报</td>")
                .contains(
                        "<tr><th scope=\"row\">我方补贴</th><td class=\"number\">¥90.00</td></tr>",
                        "<tr><th scope=\"row\">商户多报（20 条）</th><td class=\"number\">+¥10.00</td></tr>",
                        "<tr><th scope=\"row\">我方无记录（2 条）</th><td class=\"number\">+¥10.00</td></tr>",
                        "<tr><th scope=\"row\">待商户申报（2 条）</th><td class=\"number\">-¥6.00</td></tr>",
                        "<tr><th scope=\"row\">商户补贴</th><td class=\"number\">¥104.00</td></tr>")
                .doesNotContain("其余：在别的营业日");
    }

    @Test
    void theInboxSaysTheMoneyOfWhatAVendorIsExcusedFrom() throws Exception {
        HttpResponse<String> asked =
                town.post(town.clerk, DAY + SettledTown.SILENT + "/excuse", Map.of("reason", "收银机坏了"));
        assertThat(asked.statusCode()).isEqualTo(303);
        String one = "/reconciliation/approvals/" + town.request();
        assertThat(town.get(town.chief, "/approvals").body())
                .contains("罗湖长者食堂 · 2026-11-16", ">¥17.00<", "href=\"" + one + "?from=inbox\"")
                .doesNotContain("不涉及");
        assertThat(town.get(town.chief, one + "?from=inbox").body())
                .contains("¥17.00，按我方刷卡结算", "action=\"" + one + "/refuse?from=inbox\"");
        assertThat(town.get(town.clerk, one).body())
                .contains("href=\"/approvals/withdraw/" + town.request() + "\">撤回申请")
                .contains("href=\"/reconciliation/approvals\">返回对账待复核");
        assertThat(town.post(town.chief, one + "/refuse?from=inbox", Map.of("reason", "再催"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/approvals");
    }
}
