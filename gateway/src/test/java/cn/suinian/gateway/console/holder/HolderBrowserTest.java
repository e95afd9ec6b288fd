package cn.suinian.gateway.console.holder;

import static cn.suinian.gateway.console.CounterTown.digits;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.console.BrowserExtension;
import cn.suinian.gateway.console.CounterTown;
import cn.suinian.gateway.console.FakeSessions;
import cn.suinian.gateway.console.Keyboard;
import cn.suinian.gateway.console.PageInspector;
import cn.suinian.gateway.console.Tab;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Sessions.Latchkey;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import cn.suinian.gateway.stand.TapJson;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of holders in a real browser, with readers of another node on the same database. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HolderBrowserTest {

    private TerminalStand node;
    private CounterTown town;
    private NanshanPeople people;
    private Admitted otherSupervisor;
    private Tab tab;
    private Page page;
    private Keyboard keys;
    private PageInspector inspector;

    @BeforeAll
    void open(Database database) throws Exception {
        node = TerminalStand.start(database);
        town = new CounterTown(database);
        people = new NanshanPeople(town, node);
        Scope nanshan = new Scope(District.NANSHAN, town.nanshan.counterId());
        otherSupervisor = town.console.sessions().signedIn(21, Role.COUNTER_SUPERVISOR.permissions(), nanshan);
    }

    @AfterAll
    void close() {
        town.close();
        node.close();
    }

    @BeforeEach
    void open(Tab tab) {
        this.tab = tab;
        page = tab.page();
        keys = new Keyboard(page);
        inspector = tab.inspector();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void somebodyIsRegisteredAndHandedACardByKeyboardAlone(String language) throws Exception {
        String end = "-" + language;
        go(town.clerk, "/holders/new?lang=" + language);
        assertThat(page.locator("#number")).isFocused();
        String number = HolderDesk.number(LocalDate.of(1950, 6, 1));
        keys.type(number);
        inspector.inspect("register-document" + end);
        inspector.picture("register-document");
        keys.type("Control+a", "440000195006010016", "Enter");
        assertThat(page.locator("#number")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#number")).isFocused();
        inspector.inspect("register-document-wrong" + end);
        keys.type("Control+a", number, "Enter");

        assertThat(page.locator("#name")).isFocused();
        keys.type(HolderDesk.name(), "Tab", "138 0013 8000");
        inspector.inspect("register-person" + end);
        keys.type("Enter");

        assertThat(page.locator("#district")).isFocused();
        assertThat(page.locator("#district")).hasValue("NANSHAN");
        keys.type("Tab");
        keys.choose("#hukou", "NANSHAN");
        keys.type("Tab", "2001-05-01", "Tab", "户口簿", "Tab", "Tab", "Space");
        assertThat(page.locator("#category-LOW_INCOME")).isChecked();
        inspector.inspect("register-residence" + end);
        keys.type("Enter");

        assertThat(page.locator("#from-LOW_INCOME")).isFocused();
        keys.type("2026-01-01", "Tab", "Tab", "低保证");
        inspector.inspect("register-categories" + end);
        keys.type("Enter");

        assertThat(page.locator("h1")).isFocused();
        keys.type("Tab", "Tab");
        assertThat(page.locator("#consent")).isFocused();
        keys.type("Space");
        inspector.inspect("register-check" + end);
        inspector.picture("register-check");
        keys.type("Enter");

        assertThat(page.locator(".receipt")).containsText("440*");
        String holder = page.url().replaceFirst(".*/holders/(\\d+)/registered", "$1");
        inspector.inspect("register-receipt" + end);
        assertThat(page.locator("a[href^='/cards/issue']")).isFocused();
        keys.type("Enter");

        assertThat(page.locator("#card")).isFocused();
        inspector.inspect("register-hand-over" + end);
        inspector.picture("hand-over");
        keys.type(page.locator(".proposal-digits .unseen").textContent(), "Enter");
        assertThat(page.locator(".receipt h1")).isVisible();
        inspector.inspect("register-handed-over" + end);
        String serial = town.ask("SELECT live_card FROM account WHERE holder_id = " + holder);
        assertThat(people.reason(TapJson.bus(digits(Integer.parseInt(serial)), node.nextSeq())))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void somebodyIsFoundByWhateverTheyBring(String language) throws Exception {
        Person person = people.registered();
        int serial = town.card(person.holderId());
        go(town.clerk, "/holders?lang=" + language);
        assertThat(page.locator("#q")).isFocused();
        inspector.inspect("find-empty-" + language);
        for (String text : List.of(person.name(), person.number(), person.phone(), digits(serial))) {
            keys.type("Control+a", text, "Enter");
            Locator hit = page.locator("a.who-link[href='/holders/" + person.holderId() + "']");
            assertThat(hit).hasCount(1);
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.url()).endsWith("/holders?lang=" + language);
            page.locator("#q").focus();
            keys.type("Control+a", "110", "Enter");
            assertThat(hit).hasCount(0);
        }
        inspector.inspect("find-nobody-" + language);
        keys.type("Control+a", digits(serial), "Enter");
        assertThat(page.locator("a[href='/cards/" + serial + "/lost']")).isVisible();
        inspector.inspect("find-found-" + language);
        inspector.picture("find");
        page.locator("a.who-link").focus();
        keys.type("Enter");
        assertThat(page).hasURL(town.console.url() + "/holders/" + person.holderId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void thePageSaysWhatSomebodyGetsAndWhatHappened(String language) throws Exception {
        Person person = people.registered();
        int serial = town.card(person.holderId());
        people.tap(TapJson.bus(digits(serial), node.nextSeq()));
        TapJson lunch = TapJson.meal(digits(serial), node.nextSeq()).counter(2);
        people.tap(lunch);
        town.ask("INSERT INTO risk_flag (kind, score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,"
                + " evidence) SELECT 'TAP_AFTER_STOP', 60, tap_date, vendor_id, tap_date, terminal_id, terminal_seq,"
                + " holder_id, '{\"outcome\": \"CARD_LOST\"}' FROM tap WHERE service = 2 AND holder_id = "
                + person.holderId());
        go(town.clerk, "/holders/" + person.holderId() + "?lang=" + language);
        assertThat(page.locator("#timeline tbody tr")).not().hasCount(0);
        assertThat(page.locator("#timeline a[href^='/taps/']")).hasCount(2);
        assertThat(page.locator("table.benefits tbody tr")).not().hasCount(0);
        assertThat(page.locator("table.benefits")).containsText(language.equals("zh") ? "本周还可用 4 次" : "4 of 5 left");
        assertThat(page.locator("body")).containsText(language.equals("zh") ? "有 1 条风险提示" : "to be checked: 1");
        inspector.inspect("holder-" + language);
        inspector.picture("holder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aCorrectionKeepsWhatStoodThereAndIsSeenInFullForAReason(String language) throws Exception {
        Person person = people.registered();
        go(town.clerk, "/holders/" + person.holderId() + "/correct?lang=" + language);
        assertThat(page.locator("#name")).isFocused();
        keys.type("Tab", "12");
        page.locator("#reason").focus();
        keys.type("本人更换手机号", "Enter");
        assertThat(page.locator("#phone")).isFocused();
        inspector.inspect("correct-wrong-" + language);
        keys.type("Control+a", "13900000001", "Enter");
        assertThat(page.locator(".flash")).isVisible();
        assertThat(page.locator("body")).containsText("139****0001");
        assertThat(page.locator("body")).containsText("本人更换手机号");
        assertThat(page.locator("body")).not().containsText("13900000001");

        page.locator("a[href$='/show']").focus();
        keys.type("Enter");
        assertThat(page.locator("#reason")).isFocused();
        inspector.inspect("show-" + language);
        inspector.picture("show-full");
        keys.type("核对更正前的号码", "Enter");
        assertThat(page.locator("body")).containsText("13900000001");
        assertThat(page.locator("body")).containsText(person.phone());
        inspector.inspect("shown-" + language);
        assertThat(page.url()).doesNotContain("13900000001", "%E6");
        assertThat(town.ask("SELECT reason FROM audit_log WHERE act = 'HOLDER_SHOWN' AND subject = '"
                        + person.holderId() + "'"))
                .isEqualTo("核对更正前的号码");
    }

    @Test
    void theHukouMovesAndACategoryComesAndGoes() throws Exception {
        String holder = "/holders/" + people.registered().holderId();
        go(town.clerk, holder + "/hukou");
        assertThat(page.locator("#district")).isFocused();
        keys.choose("#district", "FUTIAN");
        keys.type("Tab", "2026-11-01", "Tab", "户口簿", "Enter");
        assertThat(page.locator("main")).containsText("户籍登记为福田区，自 2026-11-01 起");
        go(town.clerk, holder + "/categories");
        keys.choose("#category", "LOW_INCOME");
        keys.type("Tab", "2026-01-01", "Tab", "Tab", "Tab", "低保证", "Enter");
        assertThat(page.locator("main")).containsText("低保对象（2026-01-01 起");
        go(town.clerk, holder + "/categories");
        page.locator("a[href$='/categories/LOW_INCOME/end']").click();
        assertThat(page.locator("#on")).isFocused();
        inspector.inspect("category-end");
        keys.type("2026-11-20", "Tab", "停发通知", "Enter");
        assertThat(page.locator("main")).containsText("低保对象自 2026-11-20 起结束");
    }

    @Test
    void aDeathStopsTheNextTapAndASecondPersonUndoesIt() throws Exception {
        Person person = people.registered();
        int serial = town.card(person.holderId());
        String holder = "/holders/" + person.holderId();
        assertThat(people.reason(TapJson.bus(digits(serial), node.nextSeq()))).isEqualTo("null");
        go(town.supervisor, holder);
        page.locator("a[href$='/death']").click();
        assertThat(page.locator(".consequence")).containsText("下一次刷卡就会被拒绝");
        assertThat(page.locator("#on")).isFocused();
        keys.type("2026-11-20", "Tab", "死亡证明", "Enter");
        assertThat(page.locator(".flash")).containsText("已登记");
        assertThat(page.locator("main")).containsText("所有待遇均已停止");
        inspector.inspect("dead");
        assertThat(people.reason(TapJson.bus(digits(serial), node.nextSeq()).counter(2)))
                .isEqualTo("HOLDER_DECEASED");

        page.locator("a[href$='/undo-death']").click();
        assertThat(page.locator("#reason")).isFocused();
        keys.type("同名同姓登记错人", "Enter");
        assertThat(page.locator("main")).containsText("等待另一位主管复核");
        go(town.supervisor, "/approvals");
        assertThat(page.locator("tr.own")).containsText("您自己的申请");
        inspector.inspect("approvals-own");
        go(otherSupervisor, "/approvals");
        page.locator("tr:has(a[href='" + holder + "']) a[href^='/approvals/']").click();
        page.locator("form[action$='/approve'] button").focus();
        keys.type("Enter");
        assertThat(page.locator(".flash")).containsText("已恢复");
        page.navigate(town.console.url() + holder);
        assertThat(page.locator("main")).containsText("（已撤销：");
        inspector.inspect("undone");
        assertThat(people.reason(TapJson.bus(digits(serial), node.nextSeq()).counter(3)))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whoeverIsSecondSeesWhatTheFirstChangedAndLosesNothing(String language) throws Exception {
        Person person = people.registered();
        String form = "/holders/" + person.holderId() + "/correct";
        go(town.clerk, form + "?lang=" + language);
        Page second = tab.context().newPage();
        second.navigate(town.console.url() + form);
        second.locator("#bankAccount").fill("622202123456");
        second.locator("#reason").fill("本人提供新账号");
        second.locator("button.main").click();
        assertThat(second.locator(".flash")).isVisible();

        page.locator("#phone").fill("13900000002");
        page.locator("#reason").fill("本人更换手机号");
        page.locator("button.main").click();
        assertThat(page.locator("tbody")).containsText("本人提供新账号");
        inspector.inspect("changed-" + language);
        inspector.picture("changed");
        assertThat(page.locator("button.main")).isFocused();
        keys.type("Enter");
        assertThat(page.locator("#phone")).hasValue("13900000002");
        page.locator("button.main").click();
        assertThat(page.locator("main")).containsText("139****0002");
        assertThat(page.locator("main")).containsText("3456");
    }

    @Test
    void nothingTypedIsLostWhenTheSessionEndsInTheMiddle() throws Exception {
        Scope nanshan = new Scope(District.NANSHAN, town.nanshan.counterId());
        Admitted clerk = town.console.sessions().signedIn(31, Role.COUNTER_CLERK.permissions(), nanshan);
        go(clerk, "/holders/new");
        String number = HolderDesk.number(LocalDate.of(1949, 10, 1));
        String name = HolderDesk.name();
        keys.type(number, "Enter");
        assertThat(page.locator("#name")).isFocused();
        town.console.sessions().end(new Latchkey(clerk.cookieToken(), new Caller("10.0.0.9", false, "")));
        keys.type(name, "Tab", "13900000003", "Enter");
        assertThat(page.locator("h1")).hasText("登录已过期，请再次登录");
        page.locator("#account").fill("staff31");
        page.locator("#password").fill(FakeSessions.PASSWORD);
        page.locator("button.main").click();
        page.locator("#code").fill(FakeSessions.CODE);
        page.locator("button.main").click();
        assertThat(page.locator("h1")).hasText("已重新登录");
        page.locator("button.main").click();
        assertThat(page.locator("#district")).isFocused();
        keys.choose("#hukou", "NONE");
        page.locator("button.main").click();
        assertThat(page.locator(".facts-list")).containsText(number);
        assertThat(page.locator(".facts-list")).containsText(name);
        assertThat(page.locator(".facts-list")).containsText("13900000003");
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void everyPageIsFitForEverybody(String language, int width) throws Exception {
        Person person = people.registered();
        town.card(person.holderId());
        Person other = people.registered();
        String end = "-" + language + "-" + width;
        page.setViewportSize(width, width * 3 / 4);
        go(town.supervisor, "/?lang=" + language);
        inspector.inspect("home-supervisor" + end);
        for (String form : List.of(
                "correct", "hukou", "hukou/start", "hukou/end", "categories", "move", "move-out", "death", "photo")) {
            look(person, "/" + form, end);
        }
        look(person, "/timeline", end);
        look(person, "/timeline?to=1990-01-01", end);
        look(other, "", end);
        look(other, "/registered", end);
        send("/holders/" + person.holderId() + "/move");
        inspector.inspect("holder-move-problems" + end);
        go(town.supervisor, "/approvals");
        inspector.inspect("approvals" + end);
        town.offices
                .holders()
                .recordDeath(otherSupervisor.session().actor(), person.holderId(), LocalDate.of(2026, 11, 20), "死亡证明");
        look(person, "/undo-death", end);
        town.offices.holders().askToUndoDeath(otherSupervisor.session().actor(), person.holderId(), "同名同姓登记错人");
        look(person, "", "-deceased" + end);
        go(town.supervisor, "/approvals");
        page.locator("tr:has(a[href='/holders/" + person.holderId() + "']) a[href^='/approvals/']")
                .click();
        inspector.inspect("approval" + end);
        inspector.picture("approval");
        known(other, language);
        young(language);
    }

    /** Whoever is registered already, and whoever is too young. */
    private void known(Person person, String language) {
        go(town.clerk, "/holders/new");
        keys.type(person.number(), "Enter");
        assertThat(page.locator("a[href='/holders/" + person.holderId() + "']")).isFocused();
        inspector.inspect("register-known-" + language);
    }

    private void young(String language) {
        go(town.clerk, "/holders/new");
        keys.type(HolderDesk.number(LocalDate.of(1968, 2, 29)), "Enter");
        assertThat(page.locator(".receipt")).containsText("2028");
        inspector.inspect("register-young-" + language);
    }

    private void look(Person person, String what, String end) {
        page.navigate(town.console.url() + "/holders/" + person.holderId() + what);
        assertThat(page.locator("h1")).hasCount(1);
        String name = ("holder" + what).replaceAll("\\?.*", "-empty").replace('/', '-');
        inspector.inspect(name + end);
        if (Set.of("/death", "/move").contains(what)) {
            inspector.picture(what.substring(1));
        }
    }

    private void send(String path) {
        page.navigate(town.console.url() + path);
        page.locator("button.main").click();
    }

    private void go(Admitted who, String path) {
        tab.signIn(town.console, who);
        tab.open(town.console.url() + path);
    }
}
