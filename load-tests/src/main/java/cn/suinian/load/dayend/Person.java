package cn.suinian.load.dayend;

import cn.suinian.load.console.Browser;
import cn.suinian.load.console.Browser.Attached;
import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.console.Login;
import cn.suinian.load.console.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** A member of staff at work. */
final class Person {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final String account;
    private final Browser browser;

    private Person(String account, Browser browser) {
        this.account = account;
        this.browser = browser;
    }

    /** Signs in. */
    static Person signIn(URI console, Login login, Clock clock) throws IOException, InterruptedException {
        Browser browser = new Browser(console, clock);
        browser.signIn(login);
        return new Person(login.account(), browser);
    }

    String account() {
        return account;
    }

    Browser browser() {
        return browser;
    }

    /** Opens a page that must be there. */
    Page open(String path) throws IOException, InterruptedException {
        Page page = browser.get(path);
        if (!page.isOk()) {
            throw new ConsoleException(account + " cannot open " + path + " (" + page.status() + "): " + page.told());
        }
        return page;
    }

    /** Opens a page, fills in its form for this address, and sends it; it must be accepted. */
    Page act(String path, String action, Map<String, String> typed) throws IOException, InterruptedException {
        return accepted(action, browser.send(open(path).form(action), typed));
    }

    /** The same with a form that is open already. */
    Page act(Page page, String action, Map<String, String> typed) throws IOException, InterruptedException {
        return accepted(action, browser.send(page.form(action), typed));
    }

    /** The same with a file. */
    Page act(String path, String action, Map<String, String> typed, Attached file)
            throws IOException, InterruptedException {
        return accepted(action, browser.send(open(path).form(action), typed, file));
    }

    /**
     * Sends what no page offers: the same post as somebody else's form would make, with this person's own token.
     *
     * @return what the console says to it
     * @throws ConsoleException when it was accepted
     */
    String tryAnyway(String page, String action, Map<String, String> typed) throws IOException, InterruptedException {
        Page answer = browser.send(open(page).forged(action, typed), typed);
        if (answer.status() < CLIENT_ERROR || answer.status() >= SERVER_ERROR) {
            throw new ConsoleException(account + " was let do " + action + ": " + answer.told());
        }
        return answer.status() + ": " + answer.told();
    }

    private Page accepted(String action, Page answer) throws ConsoleException {
        if (!answer.isOk() || answer.hasErrors()) {
            throw new ConsoleException(
                    account + " was refused at " + action + " (" + answer.status() + "): " + answer.told());
        }
        return answer;
    }
}
