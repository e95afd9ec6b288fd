package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at a page as an auditor of accessibility would, in a real browser, and keeps a picture of it in
 * {@code target/screenshots}. A browser test calls {@link #inspect} on every page it comes to.
 */
public final class PageInspector {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** What the frame puts into every form; a field of a page that has such a name as well would never be heard. */
    private static final String TAKEN = """
            ['csrf', 'act', 'by'].flatMap(name => [...document.forms]
                .filter(form => form.method === 'post' && form.querySelectorAll(`[name="${name}"]`).length > 1)
                .map(form => form.getAttribute('action') + ' has ' + name + ' twice'))
            """;

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

    /**
     * No grave fault for those who see, hear or move otherwise, no complaint, and nothing wider than the screen: as it
     * is, at 1024 pixels, and at 200 % on a screen of that width.
     */
    public void inspect(String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setType(ScreenshotType.JPEG)
                .setPath(SCREENSHOTS.resolve(name + ".jpg")));
        assertThat(faults())
                .as(name)
                .extracting(
                        fault -> fault.getId() + " " + fault.getNodes().get(0).getHtml())
                .isEmpty();
        fits(name);
        assertThat((List<?>) page.evaluate(TAKEN)).as(name).isEmpty();
        assertThat(complaints).as(name).isEmpty();
    }

    /** Keeps the page for the staff guide, when this run makes its pictures. */
    public void picture(String name) {
        GuidePictures.take(page, name);
    }

    /** No page has frames, so axe runs in the page itself; otherwise it opens another one each time. */
    private List<Rule> faults() {
        AxeRunOptions violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .options(violationsOnly)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(fault -> GRAVE.contains(fault.getImpact()))
                        .toList();
    }

    private void fits(String name) {
        ViewportSize usual = page.viewportSize();
        for (int width : new TreeSet<>(List.of(usual.width, 1024, 512))) {
            page.setViewportSize(width, width * usual.height / usual.width);
            Integer widest = (Integer) page.evaluate("document.documentElement.scrollWidth");
            assertThat(widest).as(name + " scrolls sideways at " + width).isLessThanOrEqualTo(width);
        }
        page.setViewportSize(usual.width, usual.height);
    }
}
