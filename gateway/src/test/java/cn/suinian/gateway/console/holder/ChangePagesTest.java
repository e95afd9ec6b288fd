package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.holder.register.Correction;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class ChangePagesTest {

    private static HolderDesk desk;
    private static Database database;

    @BeforeAll
    static void open(Database started) throws Exception {
        database = started;
        desk = new HolderDesk(database);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void correctsWhatWasFilledInAndKeepsWhatWasSo() throws Exception {
        Person person = desk.registered();
        String form = desk.page(desk.clerk, path(person, "/correct"));
        assertThat(form).contains("现在：138****").doesNotContain(person.name(), person.phone(), person.number());
        HttpResponse<String> nothing = desk.send(desk.clerk, path(person, "/correct"), form, Map.of("reason", "没有要改的"));
        assertThat(nothing.body()).contains("没有需要修改的内容");
        HttpResponse<String> wrong = desk.send(
                desk.clerk, path(person, "/correct"), form, Map.of("phone", "12", "name", "1", "reason", "本人更换手机号"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("电话号码不对", "姓名须为 2 至 60 个字", "value=\"12\"");
        String done = HolderDesk.location(desk.send(
                desk.clerk, path(person, "/correct"), form, Map.of("phone", "13900000001", "reason", "本人更换手机号")));
        assertThat(done).isEqualTo(path(person, ""));
        assertThat(desk.page(desk.clerk, done)).contains("139****0001", "更正电话", "本人更换手机号", "staff11");
        HttpResponse<String> shown = desk.fill(desk.clerk, path(person, "/show"), Map.of("reason", "核对更正前的号码"));
        assertThat(shown.body()).contains("13900000001", person.phone());
    }

    @Test
    void anEmptyFormIsToldAllThatIsMissingAtOnce() throws Exception {
        Person person = desk.registered();
        Map<String, List<String>> missing = Map.of(
                "/death", List.of("on", "evidence"),
                "/move", List.of("on", "district", "evidence"),
                "/move-out", List.of("on", "evidence"),
                "/hukou", List.of("from", "district", "evidence"),
                "/categories", List.of("from", "category", "evidence"),
                "/withdraw", List.of("on", "reason"));
        for (Map.Entry<String, List<String>> form : missing.entrySet()) {
            String page = desk.fill(desk.supervisor, path(person, form.getKey()), Map.of())
                    .body();
            for (String field : form.getValue()) {
                assertThat(page).as(form.getKey()).contains("<a href=\"#" + field + "\">");
            }
        }
    }

    @Test
    void replacesADocumentWithEvidence() throws Exception {
        Person person = desk.registered();
        HttpResponse<String> bare = desk.fill(
                desk.clerk, path(person, "/correct"), Map.of("documentNumber", "H87654321", "reason", "补登回乡证"));
        assertThat(bare.body()).contains("请选择证件类型");
        Map<String, String> typed =
                Map.of("documentKind", "HOME_RETURN_PERMIT", "documentNumber", "H8765432", "reason", "补登回乡证");
        assertThat(desk.fill(desk.clerk, path(person, "/correct"), typed).body())
                .contains("位数不对", "<a href=\"#documentNumber\">", "请写明依据");
        Map<String, String> whole = Map.of(
                "documentKind",
                "HOME_RETURN_PERMIT",
                "documentNumber",
                "H87654321",
                "evidence",
                "回乡证原件",
                "reason",
                "补登回乡证");
        HolderDesk.location(desk.fill(desk.clerk, path(person, "/correct"), whole));
        assertThat(desk.page(desk.clerk, path(person, ""))).contains("H87****21");
    }

    @Test
    void whoeverIsSecondSeesWhatTheFirstChangedAndLosesNothing() throws Exception {
        Person person = desk.registered();
        String form = desk.page(desk.clerk, path(person, "/correct"));
        desk.console
                .offices()
                .holders()
                .correct(
                        desk.supervisor.session().actor(),
                        person.holderId(),
                        1,
                        Correction.none().withBankAccount("622202123456"),
                        "本人提供新账号");
        HttpResponse<String> second = desk.send(
                desk.clerk, path(person, "/correct"), form, Map.of("phone", "13900000002", "reason", "本人更换手机号"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("刚才有人改动了这位持卡人", "更正银行账号", "staff13", "本人提供新账号")
                .doesNotContain("户籍登记为");
        HttpResponse<String> again = desk.send(desk.clerk, path(person, "/correct"), second.body(), Map.of());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("value=\"13900000002\"", "value=\"本人更换手机号\"");
        HolderDesk.location(desk.send(
                desk.clerk,
                path(person, "/correct"),
                again.body(),
                Map.of("phone", "13900000002", "reason", "本人更换手机号")));
        assertThat(desk.page(desk.clerk, path(person, ""))).contains("139****0002", "********3456");
    }

    @Test
    void aConsentIsWithdrawnWithTheCardAndGivenAgainBeforeTheNext() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        String form = path(person, "/withdraw");
        assertThat(desk.console.getAs(desk.clerk, form).statusCode()).isEqualTo(403);
        assertThat(desk.page(desk.clerk, path(person, ""))).doesNotContain(form);
        assertThat(desk.page(desk.supervisor, path(person, ""))).contains(form);
        Map<String, String> ahead = Map.of("on", "2026-11-24", "reason", "本人书面提出");
        HttpResponse<String> refused = desk.fill(desk.supervisor, form, ahead);
        assertThat(refused.body()).contains("日期太晚", "href=\"#on\"");
        assertThat(desk.ask("SELECT status FROM card WHERE card_serial = " + serial))
                .as("one transaction")
                .isEqualTo("ACTIVE");

        Map<String, String> said = Map.of("on", "2026-11-23", "reason", "本人书面提出");
        HolderDesk.location(desk.fill(desk.supervisor, form, said));

        assertThat(desk.ask("SELECT status FROM card WHERE card_serial = " + serial))
                .isEqualTo("CANCELLED");
        assertThat(desk.audited("CONSENT_WITHDRAWN", person.holderId())).isEqualTo("staff13 本人书面提出");
        assertThat(desk.audited("CARD_CANCELLED", serial)).isEqualTo("staff13 本人书面提出");
        assertThat(desk.page(desk.supervisor, path(person, "")))
                .contains("本人已撤回同意（2026-11-23）", "知情同意有变更：重新签署或撤回")
                .doesNotContain("/cards/issue?holder=", form);
        assertThat(desk.fill(desk.supervisor, form, said).body()).contains("本人的同意已经撤回");
        assertThat(desk.page(desk.clerk, "/cards/issue?holder=" + person.holderId()))
                .contains("这位持卡人已撤回同意", path(person, "/correct"))
                .doesNotContain("<form class=\"form\"");
        assertThatThrownBy(() -> desk.console
                        .offices()
                        .cards()
                        .issue(desk.clerk.session().actor(), person.holderId(), new CardChoice.Named(1)))
                .hasMessageContaining("CONSENT_WITHDRAWN");
        HolderDesk.location(
                desk.fill(desk.clerk, path(person, "/correct"), Map.of("renewConsent", "on", "reason", "本人重新签署")));
        assertThat(desk.page(desk.clerk, path(person, "")))
                .contains("/cards/issue?holder=")
                .doesNotContain("已撤回同意");
    }

    @Test
    void theHukouMovesAndEnds() throws Exception {
        Person person = desk.registered();
        assertThat(desk.page(desk.clerk, path(person, "/hukou"))).contains("福田区", "/hukou/end\"");
        HttpResponse<String> empty = desk.fill(desk.clerk, path(person, "/hukou"), Map.of());
        assertThat(empty.body()).contains("请填写日期", "请选择区");
        Map<String, String> moved = Map.of("district", "NANSHAN", "from", "2026-11-01", "evidence", "户口簿");
        HolderDesk.location(desk.fill(desk.clerk, path(person, "/hukou"), moved));
        assertThat(desk.page(desk.clerk, path(person, ""))).contains("南山区（2026-11-01 起", "户籍登记为南山区");
        HolderDesk.location(
                desk.fill(desk.clerk, path(person, "/hukou/end"), Map.of("on", "2026-11-20", "evidence", "迁移证")));
        assertThat(desk.page(desk.clerk, path(person, ""))).contains("非深圳户籍", "南山区户籍自 2026-11-20 起结束");
    }

    @Test
    void theStartOfTheHukouIsCorrectedForAReason() throws Exception {
        Person person = desk.registered();
        assertThat(desk.page(desk.clerk, path(person, "/hukou"))).contains("/hukou/start\"");
        assertThat(desk.page(desk.clerk, path(person, "/hukou/start"))).contains("福田区（2000-01-01 起");
        Map<String, String> earlier = Map.of("from", "1998-03-01", "evidence", "户口簿原件", "reason", "登记时填成了领证日期");
        Map<String, String> bare = Map.of("from", "1998-03-01", "reason", "登记时填成了领证日期");
        assertThat(desk.fill(desk.clerk, path(person, "/hukou/start"), bare).body())
                .contains("请写明依据");
        HolderDesk.location(desk.fill(desk.clerk, path(person, "/hukou/start"), earlier));
        assertThat(desk.page(desk.clerk, path(person, "")))
                .contains(
                        "福田区（1998-03-01 起",
                        "户籍登记为福田区，自 2000-01-01 起",
                        "更正福田区户籍起始日期，由 2000-01-01 改为 1998-03-01",
                        "登记时填成了领证日期")
                .doesNotContain("户籍登记为福田区，自 1998-03-01 起");
        Map<String, String> back = Map.of("from", "2000-01-01", "evidence", "户口簿原件", "reason", "又核对过一次了");
        HolderDesk.location(desk.fill(desk.clerk, path(person, "/hukou/start"), back));
        assertThat(desk.page(desk.clerk, path(person, "/timeline")))
                .contains("户籍登记为福田区，自 2000-01-01 起", "由 2000-01-01 改为 1998-03-01", "由 1998-03-01 改为 2000-01-01");
        assertThat(desk.ask(
                        "SELECT string_agg(reason, ' ' ORDER BY entry_no) FROM audit_log WHERE act = 'HUKOU_CORRECTED'"
                                + " AND subject = '" + person.holderId() + "'"))
                .isEqualTo("登记时填成了领证日期 又核对过一次了");
        assertThat(desk.console
                        .getAs(desk.auditor, path(person, "/hukou/start"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** Both have read the form, both press the button, and neither has been served yet. */
    @Test
    void ofTwoClerksAtOnceTheSecondIsShownWhatTheFirstDid() throws Exception {
        Person person = desk.registered();
        String path = path(person, "/hukou/start");
        String first = desk.page(desk.clerk, path);
        String second = desk.page(desk.supervisor, path);
        try (Connection busy = database.dataSource().getConnection();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("SELECT FROM holder_person WHERE holder_id = " + person.holderId() + " FOR UPDATE");
            CompletableFuture<Integer> one = sent(desk.clerk, path, first, "1998-03-01");
            CompletableFuture<Integer> two = sent(desk.supervisor, path, second, "1998-03-02");
            while (!"2"
                    .equals(desk.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            + " AND datname = current_database() AND query LIKE '%holder_person%'"))) {
                assertThat(one.isDone() || two.isDone()).isFalse();
            }
            busy.commit();
            assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(303, 409);
        }
    }

    private static CompletableFuture<Integer> sent(Admitted who, String path, String form, String day) {
        Map<String, String> typed = Map.of("from", day, "evidence", "户口簿原件", "reason", "登记时填成了领证日期");
        return CompletableFuture.supplyAsync(() -> {
            try {
                return desk.send(who, path, form, typed).statusCode();
            } catch (Exception failure) {
                throw new CompletionException(failure);
            }
        });
    }

    @Test
    void categoriesAreAddedAndEnded() throws Exception {
        Person person = desk.registered();
        assertThat(desk.page(desk.clerk, path(person, "/categories"))).contains("没有类别");
        Map<String, String> graded =
                Map.of("category", "MODERATELY_DISABLED", "from", "2026-01-01", "evidence", "评估报告");
        assertThat(desk.fill(desk.clerk, path(person, "/categories"), graded).body())
                .contains("请选择失能等级");
        Map<String, String> typed = Map.of("category", "LOW_INCOME", "from", "2026-01-01", "evidence", "低保证");
        HolderDesk.location(desk.fill(desk.clerk, path(person, "/categories"), typed));
        String page = desk.page(desk.clerk, path(person, "/categories"));
        assertThat(page).contains("低保对象", "2026-01-01 起，至今", "/categories/LOW_INCOME/end\"");
        assertThat(desk.fill(desk.clerk, path(person, "/categories"), typed).body())
                .contains("该类别在这段时间已有记录");
        HolderDesk.location(desk.fill(
                desk.clerk,
                path(person, "/categories/LOW_INCOME/end"),
                Map.of("on", "2026-11-01", "evidence", "停发通知")));
        assertThat(desk.page(desk.clerk, path(person, "/categories")))
                .contains("到 2026-10-31 为止")
                .doesNotContain("/categories/LOW_INCOME/end\"");
        assertThat(desk.console
                        .getAs(desk.clerk, path(person, "/categories/NOBLE/end"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDeathSaysWhatItStopsAndASecondPersonUndoesIt() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        assertThat(desk.page(desk.supervisor, path(person, "/death"))).contains("下一次刷卡就会被拒绝", "次日起停止", "次月起停发", "使用中");
        HttpResponse<String> future =
                desk.fill(desk.supervisor, path(person, "/death"), Map.of("on", "2026-11-24", "evidence", "死亡证明"));
        assertThat(future.body()).contains("日期太晚", "value=\"2026-11-24\"");
        String done = HolderDesk.location(
                desk.fill(desk.supervisor, path(person, "/death"), Map.of("on", "2026-11-20", "evidence", "死亡证明")));
        assertThat(desk.page(desk.supervisor, done))
                .contains("已登记去世，日期 2026-11-20", "所有待遇均已停止", "/undo-death\"")
                .doesNotContain("/lost\"", ">公共交通</th>");
        assertThat(desk.ask("SELECT count(*) FROM denylist_change WHERE card_serial = " + serial))
                .isEqualTo("1");

        HolderDesk.location(desk.fill(desk.supervisor, path(person, "/undo-death"), Map.of("reason", "同名同姓登记错人")));
        String request = desk.ask("SELECT max(request_no) FROM approval_request");
        assertThat(desk.page(desk.supervisor, path(person, "")))
                .contains("等待另一位主管复核")
                .doesNotContain("/undo-death\"");
        assertThat(desk.page(desk.supervisor, "/approvals"))
                .contains("您自己的申请，须由另一位主管复核")
                .doesNotContain("href=\"/approvals/" + request + "\"");
        assertThat(desk.page(desk.supervisor, "/approvals/" + request)).doesNotContain("/approve\"");
        HttpResponse<String> own = desk.console.post(desk.supervisor, "/approvals/" + request + "/approve", Map.of());
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("经办人不能复核自己的申请");

        assertThat(desk.page(desk.secondSupervisor, "/approvals"))
                .contains("href=\"/approvals/" + request + "\"", "同名同姓登记错人", "staff13")
                .doesNotContain(person.name());
        String one = desk.page(desk.secondSupervisor, "/approvals/" + request);
        String approve = "/approvals/" + request + "/approve";
        assertThat(HolderDesk.location(desk.send(desk.secondSupervisor, approve, one, Map.of())))
                .isEqualTo("/approvals");
        assertThat(desk.page(desk.supervisor, path(person, "")))
                .contains(
                        "登记去世，日期 2026-11-20（已撤销：staff13 申请，staff14 于 2026-11-23 ",
                        "/cards/" + serial + "/lost\"",
                        ">公共交通</th>");
        assertThat(desk.console
                        .getAs(desk.secondSupervisor, "/approvals/" + request)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRejectionHasAReasonAndTheDeathStands() throws Exception {
        Person person = desk.registered();
        HolderDesk.location(
                desk.fill(desk.clerk, path(person, "/death"), Map.of("on", "2026-11-20", "evidence", "死亡证明")));
        HolderDesk.location(desk.fill(desk.clerk, path(person, "/undo-death"), Map.of("reason", "家属称登记有误")));
        String request = desk.ask("SELECT max(request_no) FROM approval_request");
        String one = desk.page(desk.supervisor, "/approvals/" + request);
        String reject = "/approvals/" + request + "/reject";
        HttpResponse<String> bare = desk.send(desk.supervisor, reject, one, Map.of("reason", "不"));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("请写明原因");
        HolderDesk.location(desk.send(desk.supervisor, reject, one, Map.of("reason", "核对死亡证明无误")));
        assertThat(desk.page(desk.clerk, path(person, ""))).contains("已登记去世", "/undo-death\"");
        assertThat(desk.audited("DEATH_UNDO_REJECTED", person.holderId())).isEqualTo("staff13 核对死亡证明无误");
    }

    @Test
    void anActOnAPageThatChangedIsLookedAtAgain() throws Exception {
        Person person = desk.registered();
        String form = desk.page(desk.clerk, path(person, "/death"));
        HolderDesk.location(desk.fill(
                desk.supervisor,
                path(person, "/hukou"),
                Map.of("district", "NANSHAN", "from", "2026-11-01", "evidence", "户口簿")));
        HttpResponse<String> late =
                desk.send(desk.clerk, path(person, "/death"), form, Map.of("on", "2026-11-20", "evidence", "证明"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("户籍登记为南山区", "value=\"2026-11-20\"");
        assertThat(desk.page(desk.clerk, path(person, ""))).doesNotContain("已登记去世");
    }

    @Test
    void movesLeaveTheCityOrTheCounter() throws Exception {
        Person leaving = desk.registered();
        HolderDesk.location(
                desk.fill(desk.clerk, path(leaving, "/move-out"), Map.of("on", "2026-11-20", "evidence", "迁移证")));
        assertThat(desk.page(desk.clerk, path(leaving, ""))).contains("迁出深圳，日期 2026-11-20", "非深圳户籍");
        Person moving = desk.registered();
        HttpResponse<String> ahead = desk.fill(
                desk.clerk, path(moving, "/move"), Map.of("district", "LUOHU", "on", "2026-11-24", "evidence", "房产证"));
        assertThat(ahead.statusCode()).isEqualTo(422);
        assertThat(ahead.body()).contains("日期不能晚于今天", "<a href=\"#on\">", "value=\"2026-11-24\"");
        assertThat(desk.page(desk.clerk, path(moving, "/move")))
                .contains("value=\"LUOHU\"", "由新的区服务")
                .doesNotContain("value=\"FUTIAN\"");
        HolderDesk.location(desk.fill(
                desk.clerk,
                path(moving, "/move"),
                Map.of("district", "LUOHU", "on", "2026-11-23", "hukouToo", "yes", "evidence", "房产证")));
        assertThat(desk.console.getAs(desk.clerk, path(moving, "")).statusCode())
                .isEqualTo(404);
        assertThat(desk.page(desk.otherClerk, path(moving, "")))
                .contains("迁往罗湖区", "罗湖区（2026-11-23 起", "随迁区变更")
                .doesNotContain("MOVE_DISTRICT");
    }

    private static String path(Person person, String what) {
        return "/holders/" + person.holderId() + what;
    }
}
