package cn.suinian.gateway.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/today?paused", "/taps/20261123-1-2-ab", "/flags?kind=X&day=2026-11-16", "/a:b/@c"})
    void leadsBackToAPageOfOurs(String path) {
        assertThat(LocalPath.of(path)).hasValue(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "/x y",
                "/%zz",
                "/\tevil",
                "/sign-in",
                "/sign-out",
                "/a/../sign-out",
                "/<b>",
                "/#x"
            })
    void leadsNowhereElse(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @Test
    void leadsNowhereAtLength() {
        assertThat(LocalPath.of("/" + "a".repeat(600))).isEmpty();
        assertThat(LocalPath.of(null)).isEmpty();
    }

    @Test
    void takesThePathOfAnAddress() {
        assertThat(LocalPath.ofAddress("https://desk.example/flags?day=1")).hasValue("/flags?day=1");
        assertThat(LocalPath.ofAddress("https://evil.example//evil.example/x")).isEmpty();
        assertThat(LocalPath.ofAddress("mailto:x")).isEmpty();
    }
}
