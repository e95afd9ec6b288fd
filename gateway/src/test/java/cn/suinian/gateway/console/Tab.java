package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * A window of 1024 by 768 with cookies of its own, and somebody who looks at its page; closed after the test. It calls
 * itself what the staff of tests do: a session holds for the browser that it was opened in.
 */
public final class Tab implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final PageInspector inspector;

    Tab(Browser browser) {
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1024, 768).setUserAgent(StaffDesk.BRANCH.userAgent()));
        page = context.newPage();
        inspector = new PageInspector(page);
    }

    public Page page() {
        return page;
    }

    public PageInspector inspector() {
        return inspector;
    }

    /** Its cookies, and other pages with the same ones. */
    public BrowserContext context() {
        return context;
    }

    /** From now on it is in this session. */
    public void signIn(ConsoleServer console, Admitted who) {
        Visitors.signIn(context, console, who);
    }

    /** Shows a page, and waits until its first field takes what is typed. */
    public void open(String url) {
        page.navigate(url);
        if (page.locator("[autofocus]").count() > 0) {
            assertThat(page.locator("[autofocus]:focus")).hasCount(1);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
