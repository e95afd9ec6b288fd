package cn.suinian.load.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Page PAGE = new Page("/breaks/7/link", 200, """
            <header><form method="post" action="/sign-out"><input type="hidden" name="csrf" value="t&#34;k">
            <button type="submit">out</button></form></header>
            <main><a href="/a?x=1&amp;y=2">one</a>
            <dl><div><dt>Good rows</dt><dd>1,204</dd></div></dl>
            <form method="post" action="/breaks/7/link" novalidate>
            <input type="hidden" name="version" value="3">
            <input type="radio" name="other" value="8:1"><input type="radio" name="other" value="9:2" checked>
            <select name="vendor"><option value="">choose</option>
            <option value="4" selected>C-1 · 食堂 &amp; Co</option></select>
            <textarea name="reason">
            because</textarea><input type="file" name="attachment"></form></main>
            """);

    @Test
    void aFormBringsWhatThePagePutIntoIt() throws ConsoleException {
        Map<String, String> sent = PAGE.form("/breaks/7/link").filledIn(Map.of("reason", "seen"));

        assertThat(sent)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("version", "3", "other", "9:2", "vendor", "4", "reason", "seen"));
        assertThat(PAGE.form("/breaks/7/link").choices().get("other")).containsExactly("8:1", "9:2");
        assertThat(PAGE.choices("vendor")).containsEntry("4", "C-1 · 食堂 & Co");
    }

    @Test
    void nothingIsTypedIntoAFieldThatIsNotThere() {
        assertThatThrownBy(() -> PAGE.form("/breaks/7/link").filledIn(Map.of("fen", "1.00")))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining("no field fen");
        assertThatThrownBy(() -> PAGE.form("/breaks/7/accept")).hasMessageContaining("no form for /breaks/7/accept");
    }

    @Test
    void readsLinksFactsAndWhatIsWrong() {
        assertThat(PAGE.links()).containsExactly("/a?x=1&y=2");
        assertThat(PAGE.facts()).containsEntry("Good rows", "1,204");
        assertThat(PAGE.hasErrors()).isFalse();
        Page wrong = new Page("/x", 422, "<main><div class=\"errors\" role=\"alert\"><li>Too much.</li></div></main>");
        assertThat(wrong.hasErrors()).isTrue();
        assertThat(wrong.told()).isEqualTo("Too much.");
    }

    @Test
    void aCopiedFormHasTheTokenOfThePageAndNothingElse() throws ConsoleException {
        PageForm copied = PAGE.forged("/approvals/1/approve", Map.of());
        assertThat(copied.values())
                .containsEntry("csrf", "t\"k")
                .containsKey("act")
                .hasSize(2);
    }
}
