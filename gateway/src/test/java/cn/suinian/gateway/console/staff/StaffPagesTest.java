package cn.suinian.gateway.console.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.console.AdministrationStand;
import cn.suinian.gateway.console.page.Language;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of staff, counters and programs, with real sessions. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StaffPagesTest {

    private static final Pattern BY = Pattern.compile("name=\"by\" value=\"([^\"]+)\"");
    private static final Pattern PASSWORD = Pattern.compile("<dt>初始密码</dt><dd>([^<]+)</dd>");
    private static final Pattern SECRET = Pattern.compile("<dt>密钥</dt><dd>([^<]+)</dd>");

    private Database database;
    private AdministrationStand stand;

    @BeforeEach
    void open(Database given) throws SQLException {
        database = given;
        stand = new AdministrationStand(given);
    }

    @AfterEach
    void close() throws Exception {
        stand.close();
    }

    @Test
    void somebodyNewSignsInWithThePasswordThatIsShownOnce() throws Exception {
        Map<String, String> typed = Map.of(
                "account",
                "clerk.1",
                "displayName",
                "测试员",
                "roles",
                "COUNTER_CLERK",
                "scope",
                "FUTIAN",
                "act",
                "new-1");

        HttpResponse<String> made = stand.post("/staff/new", typed);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        String password = found(PASSWORD, made.body());
        assertThat(stand.post("/staff/new", typed).body()).as("a second click").contains(password);
        assertThat(stand.desk()
                        .signIn
                        .password("clerk.1", password, StaffDesk.BRANCH)
                        .signedIn())
                .isNotNull();
        assertThat(stand.get("/staff?account=clerk").body())
                .contains("clerk.1", "测试员", "窗口经办员", "福田区（全区）", "尚未首次登录")
                .doesNotContain(password);
        assertThat(everythingAudited()).contains("STAFF_CREATED").doesNotContain(password);
    }

    @Test
    void everyRoleIsExplainedByWhatItMayDo() throws Exception {
        String zh = stand.get("/staff/new").body();
        String en = stand.get("/staff/new?lang=en").body();
        for (Role role : Role.values()) {
            assertThat(zh).contains(role.zh(), PermissionText.of(role, Language.ZH));
            assertThat(en).contains(role.en());
        }
        assertThat(zh).contains("管理人员、网点和接入程序");
    }

    @Test
    void whatIsRefusedIsSaidAtItsField() throws Exception {
        HttpResponse<String> part = stand.post(
                "/staff/new",
                Map.of("account", "x1y", "displayName", "甲", "roles", "ADMINISTRATOR", "scope", "FUTIAN"));
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(part.body()).contains("href=\"#scope\"", "id=\"scope-problem\"", "系统管理员只能管理全市", "value=\"x1y\"");
        assertThat(stand.post("/staff/new", Map.of("account", "a b", "displayName", "甲", "scope", "CITY"))
                        .body())
                .contains("href=\"#account\"");
        assertThat(stand.post("/staff/new", Map.of("account", "abc", "displayName", "甲", "scope", "CITY"))
                        .body())
                .contains("href=\"#roles\"");
        assertThat(stand.post("/staff/new", Map.of("account", "abc", "displayName", "甲", "scope", "MARS:1"))
                        .body())
                .contains("href=\"#scope\"");
        assertThat(stand.post(
                                "/staff/new",
                                Map.of("account", "ADMIN", "displayName", "甲", "roles", "AUDITOR", "scope", "CITY"))
                        .body())
                .contains("href=\"#account\"", "该账号名已被使用");
    }

    @Test
    void whoeverIsDisabledIsOutAtTheirNextRequest() throws Exception {
        StaffDesk.Person clerk = stand.desk().settle("clerk", Role.COUNTER_SUPERVISOR);
        var session = stand.session(clerk);
        assertThat(stand.console().getAs(session, "/terminals").statusCode()).isEqualTo(200);

        HttpResponse<String> done = act(clerk, "disable", Map.of("reason", "离职"));

        assertThat(done.statusCode()).isEqualTo(303);
        HttpResponse<String> next = stand.console().getAs(session, "/terminals");
        assertThat(next.statusCode()).isEqualTo(303);
        assertThat(next.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
        assertThat(stand.get("/staff/" + clerk.staffId()).body()).contains("已停用", "恢复账号");
        assertThat(act(clerk, "enable", Map.of("reason", "回来了")).statusCode()).isEqualTo(303);
        assertThat(stand.console().getAs(session, "/terminals").statusCode())
                .as("still over")
                .isEqualTo(303);
    }

    @Test
    void otherRolesEndTheSessionToo() throws Exception {
        StaffDesk.Person clerk = stand.desk().settle("clerk", Role.SETTLEMENT_CLERK);
        var session = stand.session(clerk);
        String page = stand.get("/staff/" + clerk.staffId() + "/roles").body();
        assertThat(page)
                .containsPattern("value=\"SETTLEMENT_CLERK\" checked")
                .containsPattern("value=\"CITY\" selected");

        HttpResponse<String> done =
                act(clerk, "roles", Map.of("roles", "COUNTER_CLERK", "scope", "NANSHAN", "reason", "调岗"));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(stand.console().getAs(session, "/today").statusCode()).isEqualTo(303);
        assertThat(stand.get("/staff/" + clerk.staffId()).body()).contains("窗口经办员", "南山区");
    }

    @Test
    void nobodyChangesThemselvesAndThePageSaysSo() throws Exception {
        StaffDesk.Person me = stand.administrator();
        assertThat(stand.get("/staff/" + me.staffId()).body())
                .contains("这是您自己的账号")
                .doesNotContain("/disable", "/password");
        for (String name : new String[] {"disable", "password", "authenticator"}) {
            HttpResponse<String> page = act(me, name, Map.of("reason", "试试"));
            assertThat(page.statusCode()).as(name).isEqualTo(422);
            assertThat(page.body()).contains("不能修改自己的角色、状态或登录方式");
        }
        assertThat(act(me, "roles", Map.of("roles", "AUDITOR", "scope", "CITY", "reason", "试试"))
                        .body())
                .contains("不能修改自己的角色、状态或登录方式");
    }

    @Test
    void whoeverShowsAnOlderPageIsTold() throws Exception {
        StaffDesk.Person clerk = stand.desk().settle("clerk", Role.COUNTER_CLERK);
        String path = "/staff/" + clerk.staffId() + "/disable";
        String seen = stand.version(path);
        act(clerk, "roles", Map.of("roles", "COUNTER_SUPERVISOR", "scope", "CITY", "reason", "升职"));

        HttpResponse<String> late = stand.post(path, Map.of("version", seen, "reason", "离职"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("刚才有人改动了这条记录");
        assertThat(stand.post(path, Map.of("reason", "离职")).statusCode())
                .as("no version at all")
                .isEqualTo(409);
        HttpResponse<String> noReason = stand.post(path, Map.of("version", seen, "reason", " "));
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains("name=\"version\" value=\"" + seen + "\"", "请填写原因");
    }

    @Test
    void aResetWantsTheOwnPasswordAgainAndLosesNothing() throws Exception {
        StaffDesk.Person clerk = stand.desk().settle("clerk", Role.COUNTER_CLERK);
        StaffDesk.Person admin = stand.administrator();
        String path = "/staff/" + clerk.staffId() + "/password";
        String version = stand.version(path);
        stand.desk().clock.pass(Duration.ofMinutes(9));
        stand.get("/staff");
        stand.desk().clock.pass(Duration.ofMinutes(2));
        var session = stand.session(admin);

        HttpResponse<String> look = stand.console().getAs(session, path);
        assertThat(look.statusCode()).isEqualTo(303);
        assertThat(look.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/account/prove?next=" + path.replace("/", "%2F"));
        Map<String, String> typed = new HashMap<>(Map.of("version", version, "reason", "忘记密码"));
        typed.put(
                "by",
                found(BY, stand.console().getAs(session, "/account/password").body()));
        HttpResponse<String> asked = stand.console().post(session, path, typed);
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("请再输入一次密码", "忘记密码", "kept-to");
        assertThat(stand.console()
                        .post(session, "/account/prove", Map.of("password", "wrong", "next", path))
                        .body())
                .contains("id=\"password-problem\"", "密码不对，请重新输入", "下载付款文件")
                .doesNotContain("账号或密码");

        Map<String, String> again = new HashMap<>(Map.of("password", admin.password()));
        Matcher kept =
                Pattern.compile("name=\"(kept[^\"]+)\" value=\"([^\"]*)\"").matcher(asked.body());
        while (kept.find()) {
            again.put(kept.group(1), kept.group(2));
        }
        HttpResponse<String> proved = stand.console().post(session, "/account/prove", again);
        assertThat(proved.statusCode()).isEqualTo(200);
        assertThat(proved.body()).contains("action=\"" + path + "\"");
        String cookie = proved.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("suinian="))
                .findFirst()
                .orElseThrow();
        String token = cookie.substring("suinian=".length(), cookie.indexOf(';'));
        assertThat(token).isNotEqualTo(session.cookieToken());
        assertThat(everythingAudited()).contains("PROVED_AGAIN");
    }

    @Test
    void aResetAuthenticatorIsEnrolledAnew() throws Exception {
        StaffDesk.Person clerk = stand.desk().settle("clerk", Role.COUNTER_CLERK);
        assertThat(act(clerk, "authenticator", Map.of("reason", "换手机")).statusCode())
                .isEqualTo(303);
        assertThat(stand.get("/staff/" + clerk.staffId()).body())
                .contains("未绑定")
                .doesNotContain("/authenticator");
        HttpResponse<String> told = act(clerk, "password", Map.of("reason", "忘记密码"));
        assertThat(stand.desk()
                        .signIn
                        .password("clerk", found(PASSWORD, told.body()), StaffDesk.BRANCH)
                        .signedIn())
                .isNotNull();
    }

    @Test
    void listsInPagesAndKeepsNamesOutOfAddresses() throws Exception {
        for (int i = 0; i < 55; i++) {
            stand.desk().hire("clerk%02d".formatted(i), Role.COUNTER_CLERK);
        }
        HttpResponse<String> first = stand.get("/staff?role=COUNTER_CLERK");
        assertThat(first.body()).contains("clerk49").doesNotContain("clerk50", "rel=\"first\"");
        assertThat(first.body()).contains("href=\"/staff?role=COUNTER_CLERK&amp;after=clerk49\"");
        assertThat(stand.get("/staff?role=COUNTER_CLERK&after=clerk49").body())
                .contains("clerk50", "rel=\"first\"")
                .doesNotContain(">clerk49<", "rel=\"next\"");
        assertThat(stand.get("/staff?status=DISABLED").body()).contains("没有符合条件的人员");

        HttpResponse<String> account = stand.post("/staff/search", Map.of("text", "clerk1", "role", "COUNTER_CLERK"));
        assertThat(account.headers().firstValue("Location")).hasValue("/staff?account=clerk1&role=COUNTER_CLERK");
        stand.post("/staff/new", Map.of("account", "named", "displayName", "陈测试", "roles", "AUDITOR", "scope", "CITY"));
        HttpResponse<String> name = stand.post("/staff/search", Map.of("text", "陈测"));
        assertThat(name.statusCode()).isEqualTo(200);
        assertThat(name.body())
                .contains("named", "value=\"陈测\"", "href=\"/staff?lang=en\"")
                .doesNotContain("clerk01");
    }

    @Test
    void countersAreAddedAndStaffWorkAtThem() throws Exception {
        assertThat(stand.get("/counters").body()).contains("还没有网点");
        assertThat(stand.post("/counters/new", Map.of("name", "一号窗口")).body())
                .contains("href=\"#district\"", "href=\"#kind\"");
        HttpResponse<String> made =
                stand.post("/counters/new", Map.of("name", "一号窗口", "district", "LONGHUA", "kind", "COMMUNITY_DESK"));
        assertThat(made.headers().firstValue("Location")).hasValue("/counters?district=LONGHUA");
        assertThat(stand.get("/counters?district=LONGHUA").body()).contains("一号窗口", "龙华区", "社区窗口");
        assertThat(stand.get("/counters?district=FUTIAN").body()).doesNotContain("一号窗口");
        assertThat(stand.post("/counters/new", Map.of("name", "一号窗口", "district", "LONGHUA", "kind", "BANK_BRANCH"))
                        .body())
                .contains("已有同名网点");
        String id = TestServers.ask(database, "SELECT counter_id FROM counter");
        assertThat(stand.get("/staff/new").body()).contains("value=\"LONGHUA:" + id + "\"", "龙华区 · 一号窗口");
    }

    @Test
    void aProgramGetsItsSecretOnceAndLosesItAtOnce() throws Exception {
        assertThat(stand.get("/clients").body()).contains("还没有接入程序");
        HttpResponse<String> made = stand.post(
                "/clients/new",
                Map.of("clientId", "bank-one", "name", "一号银行", "roles", "COUNTER_CLERK", "scope", "CITY"));
        String secret = found(SECRET, made.body());
        var clients = stand.console().offices().clients();
        assertThat(clients.authenticate("bank-one", secret, "").account()).isEqualTo("client:bank-one");
        assertThat(stand.get("/clients").body()).contains("bank-one", "一号银行").doesNotContain(secret);
        assertThat(stand.get("/clients/new").body()).doesNotContain("value=\"ADMINISTRATOR\"");

        String version = stand.version("/clients/bank-one/secret");
        HttpResponse<String> turned =
                stand.post("/clients/bank-one/secret", Map.of("version", version, "reason", "每年更换"));
        assertThat(clients.authenticate("bank-one", found(SECRET, turned.body()), "")
                        .account())
                .isEqualTo("client:bank-one");
        assertThat(stand.post("/clients/bank-one/disable", Map.of("version", version, "reason", "合同到期"))
                        .statusCode())
                .isEqualTo(409);
        String now = stand.version("/clients/bank-one/disable");
        stand.post("/clients/bank-one/disable", Map.of("version", now, "reason", "合同到期"));
        assertThat(stand.get("/clients/bank-one").body()).contains("已停用", "/clients/bank-one/enable");
        assertThat(stand.get("/clients/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void numbersThatAreNoneAreNotFound() throws Exception {
        for (String path : new String[] {
            "/staff/0", "/staff/x", "/staff/99999999999999999999", "/staff/7777/disable", "/staff/-1/roles"
        }) {
            assertThat(stand.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private HttpResponse<String> act(StaffDesk.Person person, String name, Map<String, String> fields)
            throws Exception {
        String path = "/staff/" + person.staffId() + "/" + name;
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.put("version", stand.version(path));
        return stand.post(path, all);
    }

    private String everythingAudited() throws SQLException {
        return TestServers.ask(database, "SELECT string_agg(a::text, ' ') FROM audit_log a");
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
