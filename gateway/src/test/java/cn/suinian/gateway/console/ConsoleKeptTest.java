package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Sessions.Latchkey;
import cn.suinian.gateway.console.access.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was typed when a session was over: who gets it back, and what of it is believed. */
class ConsoleKeptTest extends AtTheDoor {

    @Test
    void whatWasTypedIsKeptUntilTheSamePersonIsBack() throws Exception {
        HttpResponse<String> expired = postAfterExpiry("5", "same-origin");
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(expired.body())
                .contains("还在这一页里", "name=\"kept.name\" value=\"&lt;测试>\"")
                .doesNotContain("kept.password", "hunter2", "old-token");
        HttpResponse<String> password = door.signIn(expired, "clerk");
        assertThat(password.statusCode()).isEqualTo(200);
        assertThat(password.body()).contains("kept.name", "六位验证码");
        String half = DoorForms.cookie(password, "suinian");
        HttpResponse<String> back = door.answer(password, half, "/sign-in/code", Map.of("code", "123456"));
        assertThat(back.body())
                .contains("已重新登录", "action=\"/sample\"", "name=\"name\" value=\"&lt;测试>\"")
                .contains("<dd>样本</dd>", "<dt>姓名或名称</dt><dd>&lt;测试&gt;</dd>", "<dt>way</dt><dd>A</dd>");
        assertThat(sample.done).hasValue(0);
        HttpResponse<String> sent = door.answer(back, DoorForms.cookie(back, "suinian"), "/sample", Map.of());
        assertThat(sent.headers().firstValue("Location")).hasValue("/sample/1/receipt");
        assertThat(sample.done).hasValue(1);
    }

    @Test
    void whatWasTypedIsNotGivenToAnybodyElse() throws Exception {
        HttpResponse<String> password = door.signIn(postAfterExpiry("5", "same-origin"), "other");
        String half = DoorForms.cookie(password, "suinian");
        HttpResponse<String> back = door.answer(password, half, "/sign-in/code", Map.of("code", "123456"));
        assertThat(back.headers().firstValue("Location")).hasValue("/");
        assertThat(back.body()).doesNotContain("测试");
        String cookies = DoorForms.cookie(back, "suinian") + "; " + DoorForms.cookie(back, "suinian-said");
        assertThat(console.getAsNobody("/", "Cookie", cookies).body()).contains("另一位同事");
    }

    @Test
    void aFormOfASessionThatEndedIsSentOnByWhoeverTypedIt() throws Exception {
        Admitted again = console.sessions().signedIn(5, EnumSet.of(Permission.STAFF_MANAGE));
        HttpResponse<String> stale = postUnder(again, "5", "same-origin");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("action=\"/sample\"", "name=\"name\" value=\"&lt;测试>\"");
        assertThat(sample.done).hasValue(0);
        HttpResponse<String> sent = door.answer(stale, "suinian=" + again.cookieToken(), "/sample", Map.of());
        assertThat(sent.headers().firstValue("Location")).hasValue("/sample/1/receipt");
        for (HttpResponse<String> none : List.of(
                postUnder(again, "6", "same-origin"),
                postUnder(again, "", "same-origin"),
                postUnder(again, "5", "cross-site"))) {
            assertThat(none.statusCode()).isEqualTo(403);
            assertThat(none.body()).doesNotContain("测试>");
        }
        assertThat(sample.done).hasValue(1);
    }

    @Test
    void whoeverIsHalfwaySignedInElsewhereLosesNothingTheyTypedHere() throws Exception {
        HttpResponse<String> kept = postUnder(console.sessions().at(Stage.PASSWORD_PROVED), "5", "same-origin");
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.body()).contains("name=\"kept.name\" value=\"&lt;测试>\"");
    }

    @Test
    void aStrangersFormIsNeverKept() throws Exception {
        assertThat(postAfterExpiry("5", "cross-site").statusCode()).isEqualTo(403);
        HttpResponse<String> unknown = console.postRaw("/sample", Map.of("by", "5", "name", "x"));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).doesNotContain("kept.");
    }

    @Test
    void whatWeDidNotKeepIsNeverSentInAnybodysName() throws Exception {
        HttpResponse<String> door = console.getAsNobody("/sign-in");
        Map<String, String> planted =
                Map.of("kept-to", "/sample", "kept-by", "5", "kept.name", "planted", "kept.way", "A");
        assertThat(signInKeeping(door, planted)).doesNotContain("planted");
        HttpResponse<String> honest = postAfterExpiry("5", "same-origin");
        for (Map<String, String> altered : List.of(
                Map.of("kept.name", "planted"),
                Map.of("kept-to", "/sample/file"),
                Map.of("kept.more", "planted"),
                Map.of("kept-at", "1795406400001"),
                Map.of("kept-proved", "true"),
                Map.of("kept-check", ""))) {
            assertThat(signInKeeping(honest, altered)).as(altered.toString()).doesNotContain("planted", "&lt;测试>");
        }
        assertThat(signInKeeping(honest, Map.of())).contains("&lt;测试>");
        clock.set(clock.instant().plus(Duration.ofHours(23)));
        assertThat(signInKeeping(honest, Map.of())).contains("&lt;测试>");
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        assertThat(signInKeeping(honest, Map.of())).doesNotContain("&lt;测试>");
    }

    @Test
    void aFormThatWasPrintedForNobodyIsNotKept() throws Exception {
        Map<String, String> frame = printed("5");
        for (Map<String, String> forged : List.of(
                Map.of("by", "5", "csrf", frame.get("csrf")),
                Map.of("by", frame.get("by"), "csrf", "another-token"),
                Map.of("by", frame.get("by").replaceFirst("5", "6"), "csrf", frame.get("csrf")))) {
            HttpResponse<String> page = post("/sample", "token-that-is-over-1", forged, "same-origin");
            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(page.body()).doesNotContain("kept.", "&lt;测试>");
        }
    }

    @Test
    void aDecisionIsNeverKept() throws Exception {
        HttpResponse<String> over = post("/sample/approve", "token-that-is-over-1", printed("5"), "same-origin");
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.body()).doesNotContain("kept").contains("刚才的内容没有提交", "name=\"account\"");
        Admitted again = console.sessions().signedIn(5, EnumSet.of(Permission.STAFF_MANAGE));
        assertThat(post("/sample/approve", again.cookieToken(), printed("5"), "same-origin")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatWantsAProofWantsItAfterItWasSeen() throws Exception {
        HttpResponse<String> over = post("/sample/secret", "token-that-is-over-1", printed("5"), "same-origin");
        HttpResponse<String> password = door.signIn(over, "clerk");
        HttpResponse<String> asked = door.answer(
                password, DoorForms.cookie(password, "suinian"), "/sign-in/code", Map.of("code", FakeSessions.CODE));
        assertThat(asked.body())
                .contains("action=\"/account/prove\"", "<dd>样本 › 密钥</dd>", "<dd>&lt;测试&gt;</dd>")
                .doesNotContain("action=\"/sample/secret\"");
        HttpResponse<String> seen = door.answer(
                asked, DoorForms.cookie(asked, "suinian"), "/account/prove", Map.of("password", FakeSessions.PASSWORD));
        assertThat(seen.body()).contains("action=\"/sample/secret\"");
        assertThat(sample.done).hasValue(0);
        HttpResponse<String> sent = door.answer(seen, DoorForms.cookie(seen, "suinian"), "/sample/secret", Map.of());
        assertThat(sent.headers().firstValue("Location")).hasValue("/sample/1/receipt");
        Admitted again = console.sessions().signedIn(5, EnumSet.of(Permission.STAFF_MANAGE));
        assertThat(post("/sample/secret", again.cookieToken(), printed("5"), "same-origin")
                        .body())
                .as("in another tab")
                .contains("action=\"/account/prove\"")
                .doesNotContain("action=\"/sample/secret\"");
    }

    @Test
    void whatWasTypedBesideAFileIsKeptAndTheFileIsAskedForAgain() throws Exception {
        Admitted before = console.sessions().signedIn(5, EnumSet.of(Permission.STAFF_MANAGE));
        Map<String, String> typed = Map.of(
                "by",
                DoorForms.hidden(console.getAs(before, "/sample")).get("by"),
                "name",
                "<测试>",
                "password",
                "hunter2");
        console.sessions().end(new Latchkey(before.cookieToken(), new Caller("10.0.0.9", false, "")));
        HttpResponse<String> over =
                console.uploadDeclared(before, "/sample/file", typed, "face.jpg", new byte[500_000]);
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.body())
                .contains("name=\"kept.name\" value=\"&lt;测试>\"", "name=\"kept-files\" value=\"file\"")
                .doesNotContain("face.jpg", "hunter2", "kept.file");
        HttpResponse<String> password = door.signIn(over, "clerk");
        HttpResponse<String> back = door.answer(
                password, DoorForms.cookie(password, "suinian"), "/sign-in/code", Map.of("code", FakeSessions.CODE));
        assertThat(back.body())
                .contains("action=\"/sample/file\" enctype=\"multipart/form-data\"", "原来选的文件没有保留")
                .contains("name=\"file\" type=\"file\"", "name=\"name\" value=\"&lt;测试>\"");
        assertThat(console.upload(before, "/sample/file", typed, "face.jpg", new byte[10])
                        .body())
                .as("of unknown length, it is not read")
                .contains("这次操作没有执行")
                .doesNotContain("kept.");
        Admitted again = console.sessions().signedIn(5, EnumSet.of(Permission.STAFF_MANAGE));
        Admitted stale = new Admitted(before.session(), again.cookieToken());
        HttpResponse<String> tab = console.uploadDeclared(stale, "/sample/file", typed, "face.jpg", new byte[500_000]);
        assertThat(tab.statusCode()).isEqualTo(409);
        assertThat(tab.body()).contains("原来选的文件没有保留", "name=\"name\" value=\"&lt;测试>\"");
    }

    /** What the first page after signing in says. */
    private String signInKeeping(HttpResponse<String> form, Map<String, String> altered) throws Exception {
        Map<String, String> typed = new HashMap<>(altered);
        typed.putAll(Map.of("account", "clerk", "password", FakeSessions.PASSWORD));
        HttpResponse<String> password = door.answer(form, DoorForms.cookie(form, "suinian-door"), "/sign-in", typed);
        if (password.statusCode() != 200) {
            return password.body();
        }
        return door.answer(
                        password,
                        DoorForms.cookie(password, "suinian"),
                        "/sign-in/code",
                        Map.of("code", FakeSessions.CODE))
                .body();
    }

    private HttpResponse<String> postAfterExpiry(String by, String site) throws Exception {
        return post("/sample", "token-that-is-over-1", printed(by), site);
    }

    private HttpResponse<String> postUnder(Admitted session, String by, String site) throws Exception {
        return post("/sample", session.cookieToken(), by.isEmpty() ? Map.of("csrf", "old-token") : printed(by), site);
    }

    /** What the frame had put into a form of this member of staff, under a session that has ended since. */
    private Map<String, String> printed(String by) throws Exception {
        Admitted before = console.sessions().signedIn(Long.parseLong(by), EnumSet.of(Permission.STAFF_MANAGE));
        Map<String, String> frame = DoorForms.hidden(console.getAs(before, "/sample"));
        console.sessions().end(new Latchkey(before.cookieToken(), new Caller("10.0.0.9", false, "")));
        assertThat(frame.get("by")).startsWith(by + ".");
        return frame;
    }

    private HttpResponse<String> post(String path, String token, Map<String, String> frame, String site)
            throws Exception {
        Map<String, String> typed = new HashMap<>(frame);
        typed.putAll(Map.of("act", "a1", "name", "<测试>", "way", "A", "password", "hunter2"));
        return console.postRaw(path, typed, "Cookie", "suinian=" + token, "Sec-Fetch-Site", site);
    }
}
