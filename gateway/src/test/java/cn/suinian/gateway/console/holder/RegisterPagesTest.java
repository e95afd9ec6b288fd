package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class RegisterPagesTest {

    private static final String PATH = "/holders/new";
    private static final LocalDate BORN = LocalDate.of(1950, 6, 1);
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
    void goesFromTheDocumentToAReceipt() throws Exception {
        String name = HolderDesk.name();
        String number = HolderDesk.number(BORN);
        String document = desk.page(desk.clerk, PATH);
        assertThat(document)
                .contains("value=\"RESIDENT_CARD\" selected")
                .containsPattern("<input id=\"number\"[^>]* autofocus");
        String person = next(desk.clerk, document, Map.of("number", number));
        assertThat(person).contains("id=\"name\"").doesNotContain("id=\"bornOn\"", "id=\"sex\"");
        String residence = next(desk.clerk, person, Map.of("name", name, "phone", "138 0000 0000"));
        assertThat(residence)
                .contains("value=\"FUTIAN\" selected")
                .doesNotContain("value=\"LUOHU\" selected")
                .contains("name=\"number\" value=\"" + number + "\"");
        Map<String, String> home =
                new HashMap<>(Map.of("hukou", "FUTIAN", "hukouEvidence", "户口簿", "category-LOW_INCOME", "yes"));
        assertThat(residence).contains("户籍依据（深圳户籍必填）");
        home.put("district", "FUTIAN");
        home.put("hukouSince", "20261124");
        HttpResponse<String> ahead = desk.send(desk.clerk, PATH, residence, home);
        assertThat(ahead.statusCode()).isEqualTo(422);
        assertThat(ahead.body()).contains("日期太晚", "href=\"#hukouSince\"");
        home.put("hukouSince", "20010203");
        String claims = next(desk.clerk, residence, home);
        assertThat(claims).contains("低保对象", "id=\"from-LOW_INCOME\"").doesNotContain("id=\"from-SPECIAL_HARDSHIP\"");
        String check = next(
                desk.clerk,
                claims,
                Map.of("from-LOW_INCOME", "20260101", "until-LOW_INCOME", "2027/1/1", "evidence-LOW_INCOME", "低保证"));
        assertThat(check).contains("户籍起始日期", ">2001-02-03<", "户籍依据", "户口簿", ">1950-06-01<");
        assertThat(check).containsPattern("性别</dt>\\s*<dd[^>]*>[男女]").contains("2026-01-01 起、2027-01-01 起不再享受、依据：低保证");
        assertThat(check).contains("为本人服务的区的发卡网点", "由网点注销卡片").doesNotContain("任一发卡网点");
        assertThat(check).contains(number, name, "138 0000 0000", "福田区", "低保对象", "敏感个人信息");
        HttpResponse<String> unsigned = desk.send(desk.clerk, PATH, check, Map.of());
        assertThat(unsigned.statusCode()).isEqualTo(422);
        assertThat(unsigned.body()).contains("须先请本人阅读并签字同意", name);
        String receipt = HolderDesk.location(desk.send(desk.clerk, PATH, check, Map.of("consent", "yes")));
        assertThat(receipt).matches("/holders/[0-9]+/registered");
        assertThat(desk.page(desk.clerk, receipt))
                .contains("登记回执", name.substring(0, 1) + "**", "data-print")
                .contains("href=\"/cards/issue?holder=" + receipt.replaceAll("[^0-9]", "") + "\"")
                .doesNotContain(name, number);
        assertThat(desk.ask(
                        "SELECT count(*) FROM holder_category WHERE holder_id = " + receipt.replaceAll("[^0-9]", "")))
                .isEqualTo("1");
    }

    @Test
    void whoeverIsTooYoungIsToldWhenToCome() throws Exception {
        HttpResponse<String> page = desk.fill(
                desk.clerk,
                PATH,
                Map.of("kind", "RESIDENT_CARD", "number", Numbers.of("440000", LocalDate.of(1968, 2, 29), 7)));
        assertThat(page.body()).contains("还不到登记的年龄", "2028年2月29日", "欢迎您");
        HttpResponse<String> tomorrow = desk.fill(
                desk.clerk,
                PATH,
                Map.of("kind", "RESIDENT_CARD", "number", Numbers.of("440000", LocalDate.of(1966, 11, 24), 7)));
        assertThat(tomorrow.body()).contains("2026年11月24日");
    }

    @Test
    void aPermitWithoutABirthdayAsksForItWithEvidence() throws Exception {
        String person = next(
                desk.clerk, desk.page(desk.clerk, PATH), Map.of("kind", "HOME_RETURN_PERMIT", "number", "H12345678"));
        assertThat(person).contains("id=\"bornOn\"", "id=\"birthEvidence\"", "id=\"sex\"");
        HttpResponse<String> empty = desk.send(desk.clerk, PATH, person, Map.of("name", "测试甲"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请填写出生日期和依据", "请选择性别", "请写明依据");
        HttpResponse<String> noDate =
                desk.send(desk.clerk, PATH, person, Map.of("name", "测试甲", "bornOn", "1950-13-40"));
        assertThat(noDate.body()).contains("日期格式不对", "value=\"1950-13-40\"");
        HttpResponse<String> young = desk.send(
                desk.clerk,
                PATH,
                person,
                Map.of("name", "测试甲", "bornOn", "1970-05-01", "birthEvidence", "出生证明", "sex", "MALE"));
        assertThat(young.body()).contains("还不到登记的年龄", "2030年5月1日");
        String residence = next(
                desk.clerk,
                person,
                Map.of("name", "测试甲", "bornOn", "1950年5月1日", "birthEvidence", "出生证明", "sex", "MALE"));
        assertThat(residence).contains("id=\"district\"");
    }

    @Test
    void aWrongNumberStaysOnTheFirstStepWithItsReason() throws Exception {
        HttpResponse<String> page =
                desk.fill(desk.clerk, PATH, Map.of("kind", "RESIDENT_CARD", "number", "440000195006010016"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("校验码不对", "value=\"440000195006010016\"", "<a href=\"#number\">");
        assertThat(page.body()).doesNotContain("id=\"name\"");
    }

    @Test
    void whoeverIsRegisteredIsShownAtOnce() throws Exception {
        Person person = desk.registered();
        HttpResponse<String> page =
                desk.fill(desk.clerk, PATH, Map.of("kind", "RESIDENT_CARD", "number", person.number()));
        assertThat(page.body()).contains("已经登记过了", "href=\"/holders/" + person.holderId() + "\"");
    }

    @Test
    void whoeverAnotherDistrictServesIsNamedByTheDistrictAlone() throws Exception {
        Person person = desk.registered();
        HttpResponse<String> met =
                desk.fill(desk.otherClerk, PATH, Map.of("kind", "RESIDENT_CARD", "number", person.number()));
        assertThat(met.body())
                .contains("已经登记过了", "由福田区服务")
                .doesNotContain("/holders/" + person.holderId(), person.name());
        String alike = alikeOf(desk.otherClerk, person, HolderDesk.number(BORN));
        assertThat(alike)
                .contains("有同名同生日的人", "由福田区服务，请致电该区窗口核对", "name=\"alike\" value=\"" + person.holderId() + "\"")
                .doesNotContain("/holders/" + person.holderId(), person.number().substring(0, 3) + "***");
        assertThat(desk.send(desk.otherClerk, PATH, alike, Map.of()).body()).contains("请先核对并勾选", "由福田区服务");
        String who =
                " WHERE actor = 'staff " + desk.otherClerk.session().actor().staffId() + "' AND kind = 'LOOK'";
        assertThat(desk.ask("SELECT uses FROM elsewhere_use" + who)).isEqualTo("3");
        desk.ask("UPDATE elsewhere_use SET uses = 100" + who);
        HttpResponse<String> enough =
                desk.fill(desk.otherClerk, PATH, Map.of("kind", "RESIDENT_CARD", "number", person.number()));
        assertThat(enough.body()).contains("查看其他区持卡人的次数已用完").doesNotContain("由福田区服务");
        assertThat(desk.send(desk.otherClerk, PATH, alike, Map.of()).body())
                .contains("查看其他区持卡人的次数已用完")
                .doesNotContain("由福田区服务");
        desk.ask("UPDATE elsewhere_use SET uses = 99" + who);
        assertThat(next(desk.otherClerk, alike, Map.of("different", "yes")))
                .as("whoever compared goes on")
                .contains("id=\"consent\"");
        desk.ask("DELETE FROM elsewhere_use" + who);
    }

    /** The step that shows who has this name and birthday. */
    private static String alikeOf(Admitted clerk, Person person, String number) throws Exception {
        String named = next(
                clerk, next(clerk, desk.page(clerk, PATH), Map.of("number", number)), Map.of("name", person.name()));
        return next(clerk, named, Map.of("hukou", "NONE", "district", "LUOHU"));
    }

    @Test
    void somebodyOfTheSameNameAndBirthdayIsCompared() throws Exception {
        Person first = desk.registered();
        String residence = next(
                desk.clerk,
                next(desk.clerk, desk.page(desk.clerk, PATH), Map.of("number", HolderDesk.number(BORN))),
                Map.of("name", first.name()));
        String alike = next(desk.clerk, residence, Map.of("hukou", "NONE"));
        assertThat(alike)
                .contains("有同名同生日的人", "href=\"/holders/" + first.holderId() + "\"")
                .doesNotContain(first.number());
        HttpResponse<String> unseen = desk.send(desk.clerk, PATH, alike, Map.of());
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("请先核对并勾选", "href=\"/holders/" + first.holderId() + "\"");
        String check = next(desk.clerk, alike, Map.of("different", "yes"));
        String receipt = HolderDesk.location(desk.send(desk.clerk, PATH, check, Map.of("consent", "yes")));
        assertThat(receipt).isNotEqualTo("/holders/" + first.holderId() + "/registered");
    }

    @Test
    void goingBackLosesNothing() throws Exception {
        String number = HolderDesk.number(BORN);
        String residence = next(
                desk.clerk,
                next(desk.clerk, desk.page(desk.clerk, PATH), Map.of("number", number)),
                Map.of("name", "测试乙"));
        String person = next(desk.clerk, residence, Map.of("go", "back", "hukou", "LUOHU"));
        assertThat(person).contains("id=\"name\"", "value=\"测试乙\"", "name=\"hukou\" value=\"LUOHU\"");
        assertThat(next(desk.clerk, person, Map.of("go", "back", "name", "测试乙")))
                .contains("value=\"" + number + "\"", "id=\"number\"");
    }

    @Test
    void aSecondClickRegistersNobodyTwice() throws Exception {
        String check = check(HolderDesk.name());
        Map<String, String> typed = new LinkedHashMap<>(Map.of("consent", "yes"));
        String first = HolderDesk.location(desk.send(desk.clerk, PATH, check, typed));
        assertThat(HolderDesk.location(desk.send(desk.clerk, PATH, check, typed)))
                .isEqualTo(first);
    }

    private static String check(String name) throws Exception {
        String residence = next(
                desk.clerk,
                next(desk.clerk, desk.page(desk.clerk, PATH), Map.of("number", HolderDesk.number(BORN))),
                Map.of("name", name));
        return next(desk.clerk, residence, Map.of("hukou", "NONE"));
    }

    /** The page of the next step; a select of the page before is sent as it stands. */
    private static String next(Admitted who, String shown, Map<String, String> typed) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(typed);
        if (shown.contains("id=\"kind\"")) {
            all.putIfAbsent("kind", "RESIDENT_CARD");
        }
        if (shown.contains("value=\"FUTIAN\" selected")) {
            all.putIfAbsent("district", "FUTIAN");
        }
        HttpResponse<String> page = desk.send(who, PATH, shown, all);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }
}
