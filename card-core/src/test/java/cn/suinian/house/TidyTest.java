package cn.suinian.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house that a reader would otherwise have to enforce, over every module. */
class TidyTest {
    private static final int LINE_COLUMNS = 120;
    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 60;
    // 24 and the essay; above 15 a split is worth a thought.
    private static final int PACKAGE_FILES = 25;
    private static final int ESSAY_LINES = 3;

    // Suffixes only: what a terminal offers is called a service in the field.
    private static final Pattern FORBIDDEN_CLASS =
            Pattern.compile(".+(Util|Utils|Helper|Helpers|Common|Dto|DTO|Impl|Service|Manager)");
    private static final Pattern FORBIDDEN_PACKAGE =
            Pattern.compile("(.*\\.)?(utils?|helpers?|common|model|dto|impl|service|manager)(\\..*)?");
    // Spelt so that this file does not find itself.
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(FIX" + "ME|TO" + "DO|XX" + "X)\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile("^\\s*@Disabled\\b");

    private static List<JavaFile> files;

    @BeforeAll
    static void readEveryModule() throws IOException {
        files = SourceTree.read();
        assertThat(files).as("Java files found").hasSizeGreaterThan(20);
    }

    @Test
    void noLineIsWiderThanTheScreen() {
        assertNone(lines(line -> line.codePointCount(0, line.length()) > LINE_COLUMNS));
    }

    @Test
    void noFileIsTooLongToKnow() {
        assertNone(files.stream()
                .filter(file -> file.lines().size() > FILE_LINES)
                .map(file -> file.path() + " has " + file.lines().size() + " lines, " + FILE_LINES + " are allowed"));
    }

    @Test
    void noMethodIsTooLongToReadAtOnce() {
        assertNone(files.stream().flatMap(file -> Methods.longerThan(METHOD_LINES, file).stream()));
    }

    @Test
    void everyClassIsNamedAfterWhatItIs() {
        assertNone(files.stream()
                .filter(file -> FORBIDDEN_CLASS.matcher(className(file)).matches())
                .map(file -> file.path() + " has a name that says nothing; name it after what it is or does"));
    }

    @Test
    void everyPackageIsNamedAfterWhatItHolds() {
        assertNone(files.stream()
                .map(JavaFile::packageName)
                .distinct()
                .filter(name -> FORBIDDEN_PACKAGE.matcher(name).matches())
                .map(name -> name + " is a name for anything; name the package after its subject"));
    }

    @Test
    void nothingIsLeftOverForLater() {
        assertNone(lines(line -> LEFT_OVER.matcher(line).find()));
    }

    @Test
    void noTestIsSwitchedOff() {
        assertNone(lines(line -> SWITCHED_OFF.matcher(line).find()));
    }

    @Test
    void nobodyPrintsToTheConsole() {
        assertNone(calls(Calls.Kind.CONSOLE, JavaFile::isMain));
    }

    @Test
    void nobodyPrintsAStackTrace() {
        assertNone(calls(Calls.Kind.STACK_TRACE, file -> true));
    }

    @Test
    void noTestSleeps() {
        assertNone(calls(Calls.Kind.SLEEP, file -> !file.isMain()));
    }

    /** The terminals that load-tests plays have real clocks. */
    @Test
    void timeComesInAsAnArgument() {
        assertNone(calls(
                Calls.Kind.CLOCK,
                file -> file.isMain()
                        && !file.module().equals("load-tests")
                        && !file.packageName().startsWith("cn.suinian.gateway.app")));
    }

    @Test
    void everyPackageOpensWithItsEssay() {
        assertNone(mainPackages().entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .noneMatch(file -> file.isPackageInfo() && essayLines(file) >= ESSAY_LINES))
                .map(entry -> entry.getKey() + " needs a package-info.java of at least " + ESSAY_LINES
                        + " lines that says what lives there and why"));
    }

    @Test
    void noPackageIsACrowd() {
        assertNone(mainPackages().entrySet().stream()
                .filter(entry -> entry.getValue().size() > PACKAGE_FILES)
                .map(entry -> entry.getKey() + " has " + entry.getValue().size() + " files; split it by subject"));
    }

    private static Map<String, List<JavaFile>> mainPackages() {
        return files.stream()
                .filter(JavaFile::isMain)
                .collect(groupingBy(file -> file.module() + " " + file.packageName(), TreeMap::new, toList()));
    }

    private static Stream<String> calls(Calls.Kind kind, Predicate<JavaFile> where) {
        return files.stream().filter(where).flatMap(file -> Calls.find(file, kind).stream());
    }

    private static Stream<String> lines(Predicate<String> wrong) {
        return files.stream().flatMap(file -> {
            List<String> lines = file.lines();
            return IntStream.range(0, lines.size())
                    .filter(i -> wrong.test(lines.get(i)))
                    .mapToObj(i -> "%s:%d %s"
                            .formatted(file.path(), i + 1, lines.get(i).strip()));
        });
    }

    private static String className(JavaFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1).replace(".java", "");
    }

    private static long essayLines(JavaFile file) {
        int start = file.text().indexOf("/**");
        int end = file.text().indexOf("*/", Math.max(start, 0));
        return start < 0 || end < 0
                ? 0
                : file.text()
                        .substring(start, end)
                        .lines()
                        .filter(line -> line.matches(".*\\p{L}.*"))
                        .count();
    }

    private static void assertNone(Stream<String> breaches) {
        assertThat(breaches.toList()).isEmpty();
    }
}
