package cn.suinian.gateway.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, for browser tests; none is ever downloaded. */
public final class Chromium {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Why a test is skipped. */
    static final String NONE = "no Chromium on this machine: set CHROMIUM to one to run the browser tests";

    /** How long what a page should show is waited for; five seconds are few where others work on the machine too. */
    private static final double PATIENCE_MILLIS = 30_000;

    private Chromium() {}

    /** Where it is; the calling test is skipped when there is none. */
    public static Path findOrSkip() {
        Optional<Path> found = find();
        Assumptions.assumeTrue(found.isPresent(), NONE);
        return found.orElseThrow();
    }

    /** Where it is; empty: there is none. */
    public static Optional<Path> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/usr/bin/google-chrome-stable"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Playwright playwright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static Browser launch(Playwright playwright, Path chromium) {
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }
}
