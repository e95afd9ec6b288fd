package cn.suinian.gateway.console.lens;

import static cn.suinian.gateway.console.CounterTown.location;
import static cn.suinian.gateway.console.PayoutTown.DAY;
import static cn.suinian.gateway.console.PayoutTown.NIGHT;
import static cn.suinian.gateway.console.PayoutTown.hidden;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.PayoutTown;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The look before payment over HTTP: the list, a case, answers, holds and their release. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class LensPagesTest {

    private static final String CASE = "/lens/cases/" + NIGHT;
    private static final String OF_DAY = "?from=" + DAY + "&to=" + DAY;
    private static final Pattern ITEM = Pattern.compile("value=\"(FINDING\\.[0-9]+\\.[0-9]+)\"");
    private static final Pattern PATH = Pattern.compile("href=\"(/lens/items/FINDING\\.[0-9]+)\"");

    private PayoutTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new PayoutTown(database);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private String seen() throws Exception {
        return first(ITEM, town.page(town.maker, CASE + OF_DAY));
    }

    private HttpResponse<String> answer(String item, String verdict, String reason) throws Exception {
        return town.post(
                town.maker,
                CASE + "/answer",
                Map.of(
                        "from",
                        DAY.toString(),
                        "to",
                        DAY.toString(),
                        "items",
                        item,
                        "verdict",
                        verdict,
                        "reason",
                        reason));
    }

    private String hold() throws Exception {
        String ground = seen().replaceAll("\\.[0-9]+$", "");
        return location(town.post(
                town.maker,
                "/lens/holds/new",
                Map.of(
                        "vendor",
                        "2",
                        "which",
                        "SOME",
                        "from",
                        DAY.toString(),
                        "to",
                        DAY.toString(),
                        "grounds",
                        ground,
                        "reason",
                        "meals at night")));
    }

    @Test
    void anEmptyListSaysWhatToDoAndWrongFiltersAreNamed() throws Exception {
        assertThat(town.page(town.auditor, "/lens")).contains("没有需要审查的商户");
        assertThat(town.page(town.auditor, "/lens?lang=en")).contains("No vendor to look at");
        assertThat(town.page(town.auditor, "/lens?from=x&vendorKind=SHOP&least=-3"))
                .contains("日期应写成", "请在列表中选择", "请填写数字");
        assertThat(town.page(town.auditor, "/lens?from=2026-12-01&to=2026-11-01"))
                .contains("先后顺序正确");
        assertThat(town.page(town.auditor, "/lens/holds")).contains("没有暂缓付款");
        assertThat(town.get(town.auditor, "/lens/holds/3").statusCode()).isEqualTo(404);
        assertThat(town.get(town.auditor, "/lens/items/FLAG.9").statusCode()).isEqualTo(404);
        assertThat(town.get(town.auditor, "/lens/items/x").statusCode()).isEqualTo(404);
        assertThat(town.get(town.auditor, "/lens/cases/99" + OF_DAY).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aVendorWithoutFlagsIsHeldByClicking() throws Exception {
        assertThat(town.page(town.auditor, "/lens/holds")).doesNotContain("暂缓一个商户");
        assertThat(town.page(town.maker, "/lens/holds"))
                .contains("暂缓一个商户", "action=\"/lens/holds/new\"", "<option value=\"3\">C-3 · 3号长者食堂</option>");
        assertThat(location(town.get(town.maker, "/lens/holds/new?vendor="))).isEqualTo("/lens/holds");
        assertThat(town.page(town.maker, "/lens/holds/new?vendor=3")).contains("暂缓付款：3号长者食堂 C-3");
        Map<String, String> hold = Map.of("vendor", "3", "which", "WHOLE", "reason", "it moved out");
        assertThat(location(town.post(town.maker, "/lens/holds/new", hold))).isEqualTo("/lens/holds/1");
        assertThat(town.page(town.maker, "/vendors/3")).contains("href=\"/lens/cases/3\"");
        assertThat(town.page(town.maker, "/lens/cases/3")).contains("C-3", "2026-11-17", "/lens/holds/1", "没有提示");
    }

    @Test
    void aCaseLeadsFromMoneyToTheTaps() throws Exception {
        town.approveDay();
        assertThat(town.page(town.auditor, "/lens")).contains("C-2", "长者食堂", "/lens/cases/2?from=2026-11-16");
        assertThat(town.page(town.auditor, "/lens?held=yes")).contains("没有需要审查的商户");
        assertThat(town.page(town.auditor, "/lens?itemKind=OUTSIDE_HOURS&vendorKind=CANTEEN"))
                .contains("C-2");
        String page = town.page(town.auditor, CASE + OF_DAY);
        assertThat(page).contains("福田区", "35.00", "营业时间外刷卡", "没有暂缓").doesNotContain("提交处理");
        String item = town.page(town.auditor, first(PATH, page));
        assertThat(item).contains("06:30–20:00", "/taps/20261116-440300010002-", "22:00", "5");
        String tap = first(Pattern.compile("href=\"(/taps/[^\"]+)\""), item);
        assertThat(town.get(town.auditor, tap).statusCode()).isEqualTo(200);
    }

    @Test
    void answersNameWhatWasSeenAndCanBeTakenBack() throws Exception {
        town.approveDay();
        String seen = seen();
        HttpResponse<String> bare = answer(seen, "EXPLAINED", "");
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("id=\"reason-problem\"");
        HttpResponse<String> nothing = town.post(
                town.maker, CASE + "/answer", Map.of("from", DAY.toString(), "reason", "x", "verdict", "EXPLAINED"));
        assertThat(nothing.body()).contains("请至少选择一项提示", "id=\"items-problem\"");
        HttpResponse<String> none =
                town.post(town.maker, CASE + "/answer", Map.of("from", DAY.toString(), "reason", "x", "items", seen));
        assertThat(none.body()).contains("id=\"verdict-problem\"");
        assertThat(answer(seen, "EXPLAINED", "a wedding").statusCode()).isEqualTo(303);
        assertThat(answer(seen, "CONFIRMED", "looked again").statusCode()).isEqualTo(409);
        assertThat(town.page(town.maker, CASE + OF_DAY)).contains("已说明", "没有涉及付款方的款项");
        String item = "/lens/items/" + seen.replaceAll("\\.[0-9]+$", "");
        String again = hidden(town.page(town.maker, item), "items");
        Map<String, String> reopen = Map.of("items", again, "verdict", "REOPENED", "reason", "no wedding");
        assertThat(location(town.post(town.maker, item + "/answer", reopen))).isEqualTo(item);
        assertThat(town.page(town.auditor, item)).contains("a wedding", "no wedding", "staff101", "重新打开");
        assertThat(town.post(town.auditor, item + "/answer", reopen).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aHoldIsPlacedByOneAndReleasedByTwo() throws Exception {
        town.approveDay().openAccounts();
        assertThat(town.page(town.maker, "/lens/holds/new?vendor=2&from=" + DAY + "&to=" + DAY))
                .contains("立即生效", "营业时间外刷卡");
        String hold = hold();
        assertThat(hold).isEqualTo("/lens/holds/1");
        assertThat(town.page(town.maker, hold)).contains("依据的提示还有 1 条没有处理").doesNotContain(hold + "/ask");
        assertThat(town.page(town.maker, "/payouts/due?payer=2")).contains("暂缓 1", hold);
        answer(seen(), "EXPLAINED", "a wedding");
        HttpResponse<String> bare = town.post(town.checker, hold + "/ask", Map.of("reason", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(location(town.post(town.checker, hold + "/ask", Map.of("reason", "it was a wedding"))))
                .isEqualTo(hold);
        assertThat(town.page(town.checker, hold)).contains("解除是您申请的").doesNotContain(hold + "/release");
        assertThat(town.page(town.maker, hold)).contains("复核由结算主管办理");
        String release = town.page(town.otherChecker, hold + "/release");
        assertThat(release).contains("同意解除暂缓 1？", "it was a wedding");
        Map<String, String> now = Map.of("seen", hidden(release, "seen"));
        HttpResponse<String> own = town.post(town.checker, hold + "/release", now);
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("经办人不能复核自己的申请");
        HttpResponse<String> old = town.post(town.otherChecker, hold + "/release", Map.of("seen", "7"));
        assertThat(old.statusCode()).isEqualTo(422);
        assertThat(old.body()).contains("页面打开后又有新的提示");
        assertThat(location(town.post(town.otherChecker, hold + "/release", now)))
                .isEqualTo(hold);
        assertThat(town.page(town.auditor, hold)).contains("已解除", "staff103");
        assertThat(town.page(town.maker, "/payouts/due?payer=2")).doesNotContain("暂缓 1");
        assertThat(town.page(town.auditor, "/lens/holds?all=yes")).contains("meals at night");
    }

    @Test
    void moneyOfWhatIsConfirmedIsAskedBackByOneAndDecidedByAnother() throws Exception {
        town.approveDay();
        String seen = seen();
        String item = "/lens/items/" + seen.replaceAll("\\.[0-9]+$", "");
        assertThat(town.page(town.maker, item)).doesNotContain(item + "/recover");
        assertThat(town.page(town.maker, item + "/recover")).contains("只有“已证实”的提示才能追款");
        answer(seen, "CONFIRMED", "nobody was there");
        assertThat(town.page(town.maker, item + "/recover")).contains("没有可以追回的款项");
        town.clock.set(Instant.parse("2026-11-18T02:00:00Z"));
        assertThat(town.page(town.maker, CASE + OF_DAY)).contains(item + "/recover");
        assertThat(town.page(town.auditor, item)).doesNotContain(item + "/recover");
        assertThat(town.page(town.maker, item + "/recover")).contains("福田区", "最多 35.00", "name=\"fen-2-2\"");
        HttpResponse<String> more =
                town.post(town.maker, item + "/recover", Map.of("fen-2-2", "35.01", "reason", "no meals"));
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("id=\"fen-2-2-problem\"", "追款金额超过");
        assertThat(town.post(town.maker, item + "/recover", Map.of("fen-2-2", "x", "reason", "y"))
                        .body())
                .contains("id=\"fen-2-2-problem\"", "请填写数字");
        assertThat(town.post(town.maker, item + "/recover", Map.of("reason", "y"))
                        .body())
                .contains("id=\"fen-2-2-problem\"", "至少一项大于零");
        String asked =
                location(town.post(town.checker, item + "/recover", Map.of("fen-2-2", "21.00", "reason", "no meals")));
        assertThat(town.page(town.checker, asked))
                .contains("21.00", "须由另一位主管复核")
                .doesNotContain(asked + "/approve");
        assertThat(town.page(town.checker, asked)).contains("/approvals/withdraw/", "撤回申请");
        assertThat(town.page(town.otherChecker, asked)).doesNotContain("/approvals/withdraw/");
        assertThat(town.page(town.maker, item + "/recover")).contains("最多 14.00", "已有申请待复核", asked);
        HttpResponse<String> twice =
                town.post(town.maker, item + "/recover", Map.of("fen-2-2", "14.01", "reason", "no meals"));
        assertThat(twice.body()).contains("id=\"fen-2-2-problem\"", "追款金额超过");
        assertThat(town.page(town.otherChecker, "/approvals")).contains(asked, "追款", "-¥21.00", "no meals");
        assertThat(town.post(town.checker, asked + "/approve", Map.of()).body()).contains("经办人不能复核自己的申请");
        assertThat(location(town.post(town.otherChecker, asked + "/approve", Map.of())))
                .isEqualTo(asked);
        assertThat(town.page(town.auditor, asked)).contains("同意", "staff103", "finding:1");
        assertThat(town.page(town.auditor, CASE + OF_DAY)).contains(asked, "21.00");
        assertThat(town.page(town.maker, item + "/recover")).contains("最多 14.00");
        assertThat(town.page(town.maker, "/payouts/due?payer=2")).contains("14.00");
        assertThat(town.ask("SELECT string_agg(reference || ' ' || amount_fen, ',') FROM journal_transfer"
                        + " WHERE kind = 'ADJUSTMENT'"))
                .isEqualTo("finding:1 2100");
        assertThat(town.get(town.auditor, "/lens/recoveries/99").statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverPlacedAHoldIsToldThatAnotherReleasesItAndARefusalKeepsIt() throws Exception {
        town.approveDay();
        Map<String, String> whole = Map.of("vendor", "1", "which", "WHOLE", "from", DAY.toString(), "reason", "told");
        String hold = location(town.post(town.checker, "/lens/holds/new", whole));
        assertThat(town.post(town.checker, "/lens/holds/new", whole).body()).contains("已在暂缓付款中");
        town.post(town.maker, hold + "/ask", Map.of("reason", "cleared up"));
        assertThat(town.page(town.checker, hold)).contains("暂缓是您设置的");
        town.post(town.otherChecker, hold + "/refuse", Map.of("reason", "not yet"));
        assertThat(town.page(town.maker, hold)).contains("不同意", "生效中", "申请解除");
        HttpResponse<String> noDays =
                town.post(town.maker, "/lens/holds/new", Map.of("vendor", "1", "which", "SOME", "reason", "x"));
        assertThat(noDays.statusCode()).isEqualTo(422);
        assertThat(noDays.body()).contains("id=\"from-problem\"");
        HttpResponse<String> wrong = town.post(
                town.maker,
                "/lens/holds/new",
                Map.of("vendor", "1", "which", "SOME", "from", DAY.toString(), "to", "2026-11-01", "reason", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"from-problem\"");
    }

    @Test
    void listsAreExportedWithAReasonAndFormulasAreText() throws Exception {
        town.approveDay();
        assertThat(town.page(town.auditor, "/lens/export")).contains("导出");
        HttpResponse<String> bare = town.post(town.auditor, "/lens/export", Map.of("reason", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        HttpResponse<String> csv = town.post(town.auditor, "/lens/export", Map.of("reason", "monthly review"));
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body()).contains("C-2").doesNotContain(",=");
        Map<String, String> ofCase = Map.of("from", DAY.toString(), "to", DAY.toString(), "reason", "review");
        assertThat(town.post(town.auditor, CASE + "/export", ofCase).body())
                .contains("OUTSIDE_HOURS", "类型（文字） kind in words", "发现 Finding,", "待处理 Waits,")
                .containsPattern(",[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2},");
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'LENS_EXPORTED'"))
                .isEqualTo("2");
    }
}
