package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The staff guide and its pictures, which the browser tests make: see {@link GuidePictures}. */
class StaffGuideTest {

    private static final Path DOCS = Path.of(System.getProperty("suinian.root", ".."), "docs");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(([^)]+)\\)");
    private static final int MOST_BYTES = 90_000;

    @Test
    void everyPictureIsThereAndSaysWhatItShows() throws IOException {
        List<MatchResult> pictures = pictures();
        assertThat(pictures).isNotEmpty();
        for (MatchResult picture : pictures) {
            assertThat(picture.group(1)).as(picture.group(2)).hasSizeGreaterThan(3);
            assertThat(DOCS.resolve(picture.group(2))).isRegularFile();
        }
    }

    @Test
    void bothLanguagesShowTheSamePages() throws IOException {
        assertThat(shown("zh")).isEqualTo(shown("en")).doesNotHaveDuplicates();
    }

    @Test
    void noPictureIsKeptThatIsNotShownOrIsTooHeavy() throws IOException {
        for (String language : List.of("zh", "en")) {
            try (Stream<Path> kept = Files.list(DOCS.resolve("staff-guide").resolve(language))) {
                assertThat(kept).isNotEmpty().allSatisfy(picture -> {
                    assertThat(shown(language)).contains(picture.getFileName().toString());
                    assertThat(Files.size(picture)).as("%s", picture).isLessThan(MOST_BYTES);
                });
            }
        }
    }

    private static List<String> shown(String language) throws IOException {
        String prefix = "staff-guide/" + language + "/";
        return pictures().stream()
                .map(picture -> picture.group(2))
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .toList();
    }

    private static List<MatchResult> pictures() throws IOException {
        String guide = Files.readString(DOCS.resolve("staff-guide.md"));
        return PICTURE.matcher(guide).results().toList();
    }
}
