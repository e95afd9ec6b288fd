package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;

/** The keys of somebody who uses no mouse. */
public final class Keyboard {

    private static final Set<String> NAMED = Set.of("Enter", "Tab", "Space", "Control+a");

    private final Page page;

    /** Types into this page. */
    public Keyboard(Page page) {
        this.page = page;
    }

    /** Presses the keys that have a name, types the rest. */
    public void type(String... keys) {
        for (String key : keys) {
            if (NAMED.contains(key)) {
                page.keyboard().press(key);
            } else {
                page.keyboard().type(key);
            }
        }
    }

    /** Goes down a list until this is chosen. */
    public void choose(String list, String value) {
        page.locator(list).focus();
        int options = page.locator(list + " option").count();
        for (int i = 0; i < options && !page.locator(list).inputValue().equals(value); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator(list)).hasValue(value);
    }
}
