package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks at a page as an auditor of accessibility would, in a real browser, and keeps a picture of it in
 * {@code target/screenshots}. A browser test calls {@link #inspect} on every page it comes to.
 */
public final class PageInspector {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** Watches this page from now on. */
    public PageInspector(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            // The status of a page is no fault of its scripts.
            boolean status = message.text().startsWith("Failed to load resource");
            if (!status && ("error".equals(message.type()) || "warning".equals(message.type()))) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** No grave fault for those who see, hear or move otherwise, nothing wider than the screen, no complaint. */
    public void inspect(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        List<Rule> faults = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(fault -> GRAVE.contains(fault.getImpact()))
                        .toList();
        assertThat(faults)
                .as(name)
                .extracting(
                        fault -> fault.getId() + " " + fault.getNodes().get(0).getHtml())
                .isEmpty();
        Integer width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).as(name + " scrolls sideways").isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(complaints).as(name).isEmpty();
    }
}
