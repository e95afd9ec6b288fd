package cn.suinian.gateway.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ViewportSize;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The pictures of the staff guide, made by the tests that do what it tells: {@code -Dsuinian.guide=DIR} writes them to
 * {@code DIR/zh} and {@code DIR/en}. Without it nothing is written.
 */
final class GuidePictures {

    private static final Optional<Path> DIRECTORY =
            Optional.ofNullable(System.getProperty("suinian.guide")).map(Path::of);
    private static final int WIDTH = 1024;
    private static final int MOST_HEIGHT = 1_320;

    /** Pages have few colours; the shades of the edges of letters may be a little off. */
    private static final int COLOURS = 32;

    private GuidePictures() {}

    /** Keeps the page in its language, from its head to the end of what is on it. */
    static void take(Page page, String name) {
        if (DIRECTORY.isEmpty()) {
            return;
        }
        String language = page.locator("html").getAttribute("lang").startsWith("zh") ? "zh" : "en";
        ViewportSize usual = page.viewportSize();
        page.setViewportSize(WIDTH, 400);
        int end = (Integer) page.evaluate("Math.ceil(document.querySelector('main').lastElementChild"
                + ".getBoundingClientRect().bottom + window.scrollY) + 32");
        page.setViewportSize(WIDTH, Math.min(end, MOST_HEIGHT));
        page.evaluate("window.scrollTo(0, 0)");
        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setCaret(ScreenshotCaret.HIDE));
        page.setViewportSize(usual.width, usual.height);
        try {
            Path directory = Files.createDirectories(DIRECTORY.orElseThrow().resolve(language));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            ImageIO.write(
                    reduced(image), "png", directory.resolve(name + ".png").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BufferedImage reduced(BufferedImage image) {
        int[] palette = palette(image);
        BufferedImage small = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = nearest.computeIfAbsent(image.getRGB(x, y), colour -> nearest(palette, colour));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
    }

    /** The colours that are used most. */
    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], colour) < distance(palette[best], colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
