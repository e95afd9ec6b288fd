package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out over HTTP, with sessions in memory and no database. */
class ConsoleDoorTest extends AtTheDoor {

    private static final int FLOOD = 40;

    /** Two passwords that are looked at and those that wait for them. */
    private static final int WAITING = 32;

    private static final int OF_ONE_NETWORK = 4;

    @BeforeEach
    void somebodyNew() {
        console.sessions().add("fresh", 7, Set.of(), Stage.ENROL_TOTP);
    }

    @Test
    void signsInByPasswordAndCodeAndGoesWhereItWasGoing() throws Exception {
        HttpResponse<String> sent = console.getAsNobody("/sample?x=1");
        assertThat(sent.headers().firstValue("Location")).hasValue("/sign-in?next=%2Fsample%3Fx%3D1");
        HttpResponse<String> password = door.signIn(console.getAsNobody("/sign-in?next=%2Fsample%3Fx%3D1"), "clerk");
        assertThat(password.statusCode()).isEqualTo(303);
        assertThat(password.headers().firstValue("Location")).hasValue("/sign-in/code?next=%2Fsample%3Fx%3D1");
        String half = DoorForms.cookie(password, "suinian");
        HttpResponse<String> form = console.getAsNobody("/sign-in/code?next=%2Fsample%3Fx%3D1", "Cookie", half);
        HttpResponse<String> code = door.answer(form, half, "/sign-in/code", Map.of("code", "123 456"));
        assertThat(code.headers().firstValue("Location")).hasValue("/sample?x=1");
        assertThat(DoorForms.cookie(code, "suinian")).isNotEqualTo(half);
        assertThat(console.getAsNobody("/sample", "Cookie", DoorForms.cookie(code, "suinian"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(console.getAsNobody("/sample", "Cookie", half).statusCode()).isEqualTo(303);
    }

    @Test
    void aNewMemberOfStaffSetsUpAnAuthenticatorAndAPassword() throws Exception {
        HttpResponse<String> password = door.signIn(console.getAsNobody("/sign-in"), "fresh");
        assertThat(password.headers().firstValue("Location")).hasValue("/sign-in/authenticator");
        String half = DoorForms.cookie(password, "suinian");
        HttpResponse<String> enrol = console.getAsNobody("/sign-in/authenticator", "Cookie", half);
        assertThat(enrol.body())
                .contains("<svg class=\"qr\"", "JBSW Y3DP EHPK 3PXP")
                .doesNotContain("otpauth:", "style=");
        HttpResponse<String> wrong = door.answer(enrol, half, "/sign-in/authenticator", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("验证码不对", "重新显示二维码").doesNotContain("000000", "<svg");
        HttpResponse<String> right = door.answer(wrong, half, "/sign-in/authenticator", Map.of("code", "123456"));
        assertThat(right.headers().firstValue("Location")).hasValue("/sign-in/password");
        half = DoorForms.cookie(right, "suinian");
        HttpResponse<String> change = console.getAsNobody("/sign-in/password", "Cookie", half);
        Map<String, String> typed = Map.of("password", "four words of mine", "passwordAgain", "other");
        HttpResponse<String> differ = door.answer(change, half, "/sign-in/password", typed);
        assertThat(differ.body()).contains("两次输入的新密码不一样").doesNotContain("four words of mine");
        Map<String, String> same = new HashMap<>(typed);
        same.put("passwordAgain", "four words of mine");
        HttpResponse<String> in = door.answer(differ, half, "/sign-in/password", same);
        assertThat(in.headers().firstValue("Location")).hasValue("/");
        assertThat(console.getAsNobody("/", "Cookie", DoorForms.cookie(in, "suinian"))
                        .body())
                .contains("您好", "您的账号还没有可以办理的事项");
    }

    @Test
    void saysTheSameOfAWrongAccountAndAWrongPassword() throws Exception {
        HttpResponse<String> form = console.getAsNobody("/sign-in");
        HttpResponse<String> wrong = door.answer(
                form,
                DoorForms.cookie(form, "suinian-door"),
                "/sign-in",
                Map.of("account", "nobody", "password", "secret-x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("账号或密码不对", "value=\"nobody\"", "role=\"alert\"")
                .doesNotContain("secret-x");
    }

    @Test
    void aFloodOfSignInsHoldsUpNoPageAndTheLastAreToldToTryAgain() throws Exception {
        Admitted clerk = console.sessions().signedIn(5, Set.of());
        HttpResponse<String> form = console.getAsNobody("/sign-in");
        console.sessions().passwords = new CountDownLatch(1);
        ExecutorService browsers = Executors.newFixedThreadPool(FLOOD + 1);
        try {
            CompletionService<HttpResponse<String>> answers = new ExecutorCompletionService<>(browsers);
            for (int i = 0; i < FLOOD; i++) {
                String network = "2001:db8:0:" + i / OF_ONE_NETWORK + "::" + i;
                answers.submit(() -> door.signIn(form, "clerk", "X-Forwarded-For", network));
            }
            for (int i = 0; i < FLOOD - WAITING; i++) {
                HttpResponse<String> told = answers.poll(30, TimeUnit.SECONDS).get();
                assertThat(told.statusCode()).isEqualTo(503);
                assertThat(told.body())
                        .contains("请过几秒再提交一次", "name=\"account\"", "value=\"clerk\"")
                        .doesNotContain(FakeSessions.PASSWORD);
            }
            Future<HttpResponse<String>> page = browsers.submit(() -> console.getAs(clerk, "/account"));
            assertThat(page.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            Future<HttpResponse<String>> proof = browsers.submit(
                    () -> console.post(clerk, "/account/prove", Map.of("password", FakeSessions.PASSWORD)));
            assertThat(proof.get(30, TimeUnit.SECONDS).headers().firstValue("Location"))
                    .as("whoever has a session waits for no stranger")
                    .hasValue("/account");
            console.sessions().passwords.countDown();
            for (int i = 0; i < WAITING; i++) {
                assertThat(answers.take().get().statusCode()).isEqualTo(303);
            }
        } finally {
            console.sessions().passwords.countDown();
            browsers.shutdownNow();
        }
    }

    @Test
    void nobodyWithASessionTakesMoreThanTwoOfThePlacesForPasswords() throws Exception {
        Admitted colleague = console.sessions().signedIn(6, Set.of());
        console.sessions().proofs = new CountDownLatch(1);
        ExecutorService browsers = Executors.newFixedThreadPool(4);
        try {
            CompletionService<HttpResponse<String>> answers = new ExecutorCompletionService<>(browsers);
            for (int i = 0; i < 3; i++) {
                Admitted anotherBrowser = console.sessions().signedIn(5, Set.of());
                answers.submit(() -> prove(anotherBrowser));
            }
            assertThat(answers.poll(30, TimeUnit.SECONDS).get().statusCode()).isEqualTo(503);
            Future<HttpResponse<String>> other = browsers.submit(() -> prove(colleague));
            console.sessions().proofs.countDown();
            assertThat(other.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(303);
            for (int i = 0; i < 2; i++) {
                assertThat(answers.take().get().statusCode()).isEqualTo(303);
            }
        } finally {
            console.sessions().proofs.countDown();
            browsers.shutdownNow();
        }
    }

    private HttpResponse<String> prove(Admitted whoever) throws Exception {
        return console.post(whoever, "/account/prove", Map.of("password", FakeSessions.PASSWORD));
    }

    @Test
    void oneNetworkAloneKeepsNobodyFromSigningIn() throws Exception {
        HttpResponse<String> form = console.getAsNobody("/sign-in");
        console.sessions().passwords = new CountDownLatch(1);
        ExecutorService browsers = Executors.newFixedThreadPool(FLOOD + 1);
        try {
            CompletionService<HttpResponse<String>> answers = new ExecutorCompletionService<>(browsers);
            for (int i = 0; i < FLOOD; i++) {
                String neighbour = "2001:db8::" + i;
                answers.submit(() -> door.signIn(form, "clerk", "X-Forwarded-For", neighbour));
            }
            for (int i = 0; i < FLOOD - OF_ONE_NETWORK; i++) {
                HttpResponse<String> told = answers.poll(30, TimeUnit.SECONDS).get();
                assertThat(told.statusCode()).isEqualTo(429);
                assertThat(told.body()).contains("您所在的网络", "value=\"clerk\"").doesNotContain(FakeSessions.PASSWORD);
            }
            Future<HttpResponse<String>> colleague =
                    browsers.submit(() -> door.signIn(form, "other", "X-Forwarded-For", "192.0.2.7"));
            console.sessions().passwords.countDown();
            assertThat(colleague.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(303);
            for (int i = 0; i < OF_ONE_NETWORK; i++) {
                assertThat(answers.take().get().statusCode()).isEqualTo(303);
            }
            assertThat(door.signIn(form, "clerk", "X-Forwarded-For", "2001:db8::1")
                            .statusCode())
                    .as("their places are free again")
                    .isEqualTo(303);
        } finally {
            console.sessions().passwords.countDown();
            browsers.shutdownNow();
        }
    }

    @Test
    void nobodysFormSignsAnybodyIn() throws Exception {
        Map<String, String> typed =
                Map.of("account", "clerk", "password", FakeSessions.PASSWORD, "csrf", "a-token-of-the-door-1");
        assertThat(console.postRaw("/sign-in", typed).statusCode()).isEqualTo(403);
        assertThat(console.postRaw("/sign-in", typed, "Cookie", "suinian-door=a-token-of-the-door-2")
                        .statusCode())
                .isEqualTo(403);
        for (String site : List.of("cross-site", "same-site", "none")) {
            HttpResponse<String> foreign = console.postRaw(
                    "/sign-in", typed, "Cookie", "suinian-door=a-token-of-the-door-1", "Sec-Fetch-Site", site);
            assertThat(foreign.statusCode()).isEqualTo(403);
        }
        assertThat(console.sessions().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fx%0D%0Ay"})
    void leadsNowhereElseAfterSigningIn(String next) throws Exception {
        HttpResponse<String> form = console.getAsNobody("/sign-in?next=" + next);
        assertThat(form.body()).doesNotContain("name=\"next\"", "://evil", "//evil");
        HttpResponse<String> onward = console.get("/sign-in?next=" + next);
        assertThat(onward.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void givesCookiesThatNoScriptAndNoOtherSiteSees() throws Exception {
        HttpResponse<String> plain = door.signIn(console.getAsNobody("/sign-in"), "clerk");
        assertThat(DoorForms.setCookie(plain, "suinian="))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .contains("Path=/")
                .doesNotContainIgnoringCase("secure", "max-age", "domain");
        HttpResponse<String> tls = console.getAsNobody("/sign-in", "X-Forwarded-Proto", "https");
        assertThat(DoorForms.setCookie(tls, "__Host-suinian-door="))
                .containsIgnoringCase("; Secure")
                .contains("Path=/");
    }

    @Test
    void cookiesOfPagesGoTheSecureWayWhereTheSessionDoes() throws Exception {
        assertThat(DoorForms.setCookie(console.getAsNobody("/sign-in?lang=en"), "lang="))
                .doesNotContainIgnoringCase("secure");
        assertThat(DoorForms.setCookie(console.getAsNobody("/sign-in?lang=en", "X-Forwarded-Proto", "https"), "lang="))
                .containsIgnoringCase("; Secure");
        Admitted clerk = console.sessions().signedIn(5, EnumSet.of(Permission.STAFF_MANAGE));
        Map<String, String> typed =
                Map.of("csrf", clerk.session().csrfToken(), "act", "a1", "by", "5", "name", "x", "way", "A");
        HttpResponse<String> said = console.postRaw(
                "/sample",
                typed,
                "Cookie",
                "__Host-suinian=" + clerk.cookieToken(),
                "Sec-Fetch-Site",
                "same-origin",
                "X-Forwarded-Proto",
                "https");
        assertThat(DoorForms.setCookie(said, "suinian-said=")).containsIgnoringCase("; Secure");
    }

    @Test
    void holdsItsAnswerBackForAsLongAsItIsTold() throws Exception {
        console.sessions().holdBack = Duration.ofMillis(400);
        HttpResponse<String> form = console.getAsNobody("/sign-in");
        long start = System.nanoTime();
        assertThat(door.signIn(form, "nobody").statusCode()).isEqualTo(422);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void givesTheBrowserANewTokenWhenTheOldOneIsReplaced() throws Exception {
        Admitted clerk = console.sessions().signedIn(5, Set.of());
        console.sessions().rotating = true;
        HttpResponse<String> page = console.getAs(clerk, "/account");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(DoorForms.setCookie(page, "suinian=")).startsWith("suinian=" + clerk.cookieToken() + "-new;");
    }

    @Test
    void htmxIsSentToTheDoorAsAWholePage() throws Exception {
        HttpResponse<String> fragment = console.getAsNobody(
                "/today/figures", "HX-Request", "true", "HX-Current-URL", console.url() + "/today?paused");
        assertThat(fragment.statusCode()).isEqualTo(401);
        assertThat(fragment.headers().firstValue("HX-Redirect")).hasValue("/sign-in?next=%2Ftoday%3Fpaused");
    }

    @Test
    void saysKindlyThatAPageIsNotForThem() throws Exception {
        Admitted clerk = console.sessions().signedIn(9, EnumSet.of(Permission.TAP_VIEW));
        HttpResponse<String> page = console.getAs(clerk, "/today");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("这项工作不在您的权限内", "退出登录").doesNotContain("href=\"/today\"");
        assertThat(console.getAs(clerk, "/").body()).contains("href=\"/taps\"").doesNotContain("href=\"/flags\"");
    }

    @Test
    void signsOutHereAndEverywhere() throws Exception {
        Admitted here = console.sessions().signedIn(5, Set.of());
        Admitted there = console.sessions().signedIn(5, Set.of());
        assertThat(console.getAs(here, "/sign-out").statusCode()).isEqualTo(405);
        HttpResponse<String> out = console.post(here, "/sign-out", Map.of());
        assertThat(out.headers().firstValue("Location")).hasValue("/sign-in?out=1");
        assertThat(DoorForms.setCookie(out, "suinian=")).contains("Max-Age=0");
        assertThat(console.getAs(here, "/account").statusCode()).isEqualTo(303);
        assertThat(console.getAs(there, "/account").body()).contains("10.0.0.9", "本机");
        console.post(there, "/account/sign-out-everywhere", Map.of());
        assertThat(console.getAs(there, "/account").statusCode()).isEqualTo(303);
    }
}
