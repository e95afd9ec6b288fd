package cn.suinian.gateway.console;

import cn.suinian.gateway.console.access.Sessions.Admitted;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.List;

/** Browsers that are signed in. */
public final class Visitors {

    private Visitors() {}

    /** From now on every page of the browser is in this session. */
    public static void signIn(BrowserContext browser, ConsoleServer console, Admitted who) {
        browser.addCookies(List.of(new Cookie("suinian", who.cookieToken()).setUrl(console.url())));
    }
}
