package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.CategoryClaim.Grade;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class HolderPagesTest {

    private static HolderDesk desk;

    @BeforeAll
    static void open(Database database) throws Exception {
        desk = new HolderDesk(database);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void showsThePersonMaskedAndTheCardsWithTheirActs() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        String page = desk.page(desk.clerk, path(person, ""));
        assertThat(page)
                .contains("<h1>" + person.name().substring(0, 1) + "**</h1>")
                .contains(
                        "1950，76 岁",
                        "440*************",
                        "138****" + person.phone().substring(7))
                .contains("hx-swap=\"outerHTML ignoreTitle:true\"")
                .contains("福田区", "2000-01-01 起", new CardNumber(serial).masked(), "使用中", "2040-01-01")
                .contains("href=\"/cards/" + serial + "/lost\"")
                .doesNotContain(person.name(), person.number(), person.phone());
        assertThat(desk.audited("HOLDER_VIEWED", person.holderId())).startsWith("staff11");
        assertThat(desk.page(desk.auditor, path(person, "")))
                .doesNotContain("/correct\"", "/death\"", "/show\"", "/lost\"");
    }

    @Test
    void whoeverHasNoCardIsHandedOne() throws Exception {
        Person person = desk.registered();
        assertThat(desk.page(desk.clerk, path(person, "")))
                .contains("还没有领过卡", "领卡后即可享受")
                .contains("href=\"/cards/issue?holder=" + person.holderId() + "\"");
    }

    @Test
    void saysWhatSomebodyGetsAndWhyAndWhatIsLeft() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        String before = desk.page(desk.clerk, path(person, ""));
        assertThat(row(before, "长者助餐")).contains("每次最多补贴 5.00 元", "70 至 99 周岁、深圳户籍", "本周还可用 5 次（共 5 次）");
        desk.lunch(person, serial, "2026-11-23T04:00:00Z");
        String page = desk.page(desk.clerk, path(person, ""));
        assertThat(row(page, "公共交通")).contains("免费", "符合：60 周岁及以上", "不限次数");
        assertThat(row(page, "长者助餐")).contains("现在不能用", "次数或额度已用完", "今天还可用 0 次（共 1 次）", "本周还可用 4 次（共 5 次）");
        assertThat(row(page, "居家养老服务券")).contains("不能享受", "不符合：类别为中度以上失能");
        assertThat(row(page, "高龄津贴资格核验")).contains("还没有做过核验");
        desk.ask("UPDATE account SET checked_on = " + LocalDate.of(2026, 5, 20).toEpochDay() + " WHERE holder_id = "
                + person.holderId());
        String later = desk.page(desk.clerk, path(person, ""));
        assertThat(row(later, "高龄津贴资格核验")).contains("上次核验 2026-05-20，有效至 2026-11-30");
    }

    @Test
    void whoeverHasNoHukouIsToldThatLunchesAreBoundToIt() throws Exception {
        Person person = desk.registered(LocalDate.of(1962, 6, 1), false);
        desk.card(person.holderId());
        String page = desk.page(desk.clerk, path(person, ""));
        assertThat(page).contains("非深圳户籍");
        assertThat(row(page, "公共交通")).contains("免费");
        assertThat(row(page, "长者助餐")).contains("不能享受", "70 至 99 周岁", "深圳户籍");
        assertThat(row(page, "高龄津贴资格核验")).contains("不符合：70 周岁及以上、深圳户籍");
    }

    @Test
    void theVoucherSaysHowMuchOfTheMonthIsLeft() throws Exception {
        Person person = desk.registered();
        desk.card(person.holderId());
        desk.console
                .offices()
                .holders()
                .addCategory(
                        desk.clerk.session().actor(),
                        person.holderId(),
                        new CategoryClaim(
                                Category.MODERATELY_DISABLED, LocalDate.of(2026, 1, 1), null, Grade.SEVERE, "评估报告"));
        assertThat(row(desk.page(desk.clerk, path(person, "")), "居家养老服务券"))
                .contains("支付价款的 50%", "本月服务券还剩 800.00 元（共 800.00 元）");
    }

    @Test
    void aLostCardIsSaidAboveWhatIsTheirs() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        desk.ask("UPDATE card SET status = 'LOST' WHERE card_serial = " + serial);
        String page = desk.page(desk.clerk, path(person, ""));
        assertThat(page).contains("现在刷卡会被拒绝：卡已挂失");
        assertThat(row(page, "公共交通")).contains("免费");
    }

    @Test
    void theTimelineHasTapsAndChangesByTheWeek() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        desk.ride(person, serial, "2026-11-10T01:00:00Z", 0);
        desk.ride(person, serial, "2026-11-22T01:00:00Z", 9);
        desk.ride(person, serial, "2026-11-23T01:00:00Z", 0);
        String week = desk.page(desk.clerk, path(person, "/timeline"));
        assertThat(week)
                .contains("2026-11-17 至 2026-11-23", "2026-11-23 09:00", "示例巴士", "通过，2.50 元，补贴 2.50 元")
                .contains("未通过：卡已挂失", "户籍登记为福田区", "使用中")
                .contains("href=\"/taps/20261123-440300010007-")
                .doesNotContain("2026-11-10 09:00");
        assertThat(desk.page(desk.clerk, path(person, "/timeline?to=2026-11-16")))
                .contains("2026-11-10 09:00");
        assertThat(desk.page(desk.clerk, path(person, "/timeline?to=1990-01-01")))
                .contains("更早的刷卡请凭交易编号查找", "这几天没有刷卡");
        assertThat(desk.page(desk.clerk, path(person, "/timeline?to=nonsense"))).contains("2026-11-17 至");
        assertThat(desk.audited("HOLDER_TAPS_VIEWED", person.holderId())).startsWith("staff11");
    }

    @Test
    void showsEverythingOnceForAReason() throws Exception {
        Person person = desk.registered();
        HttpResponse<String> bare = desk.fill(desk.clerk, path(person, "/show"), Map.of("reason", "看"));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("请写明原因").doesNotContain(person.number());
        HttpResponse<String> shown = desk.fill(desk.clerk, path(person, "/show"), Map.of("reason", "本人要求核对"));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains(person.name(), person.number(), person.phone(), "户口簿");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(desk.audited("HOLDER_SHOWN", person.holderId())).isEqualTo("staff11 本人要求核对");
        assertThat(desk.page(desk.clerk, path(person, "/show"))).doesNotContain(person.number());
        assertThat(desk.console.getAs(desk.auditor, path(person, "/show")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void thePhotoIsShownByItselfForAReason() throws Exception {
        Person person = desk.registered(
                HolderDesk.name(), LocalDate.of(1950, 6, 1), true, Photo.read(HolderDesk.picture(), "photo"));
        HttpResponse<String> photo = desk.fill(desk.clerk, path(person, "/photo"), Map.of("reason", "领卡核对本人"));
        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(photo.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(desk.audited("HOLDER_PHOTO_SHOWN", person.holderId())).isEqualTo("staff11 领卡核对本人");
        Person without = desk.registered();
        assertThat(desk.fill(desk.clerk, path(without, "/photo"), Map.of("reason", "领卡核对本人"))
                        .body())
                .contains("没有照片");
    }

    @Test
    void flagsAreReadByThoseWhoMayAndCountedForTheOthers() throws Exception {
        Person person = desk.registered();
        desk.ask("INSERT INTO risk_flag (kind, score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,"
                + " evidence) VALUES ('TAP_AFTER_STOP', 60, '2026-11-22', 1, '2026-11-22', 440300010007, 77, "
                + person.holderId() + ", '{\"outcome\": \"CARD_LOST\"}')");
        assertThat(desk.page(desk.clerk, path(person, "")))
                .contains("有 1 条风险提示待结算岗位核查")
                .doesNotContain("已挂失的卡刷卡", "请告知主管");
        assertThat(desk.page(desk.auditor, path(person, ""))).contains("已挂失的卡刷卡，未通过");
    }

    /** The line of one benefit. */
    private static String row(String page, String benefit) {
        int from = page.indexOf(">" + benefit + "</th>");
        assertThat(from).as(benefit).isPositive();
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private static String path(Person person, String what) {
        return "/holders/" + person.holderId() + what;
    }
}
