package cn.suinian.core.staff.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of leaked passwords, and whether a password is made of them. */
final class CommonWords {
    private static final String FILE = "common-words.txt";
    // Three words with a year: as far as guessing programs go in hours. Four common words are a phrase.
    private static final int MOST_WORDS = 3;
    private static final int MOST_OTHERS = 10;
    private static final Set<String> WORDS = read();
    private static final int LONGEST =
            WORDS.stream().mapToInt(String::length).max().orElse(0);

    private CommonWords() {}

    /** Whether all letters are those of at most three common words; with few other characters around them. */
    static boolean explain(String lower) {
        String core = lower.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return lower.length() - core.length() <= MOST_OTHERS && (explainLetters(core) || explainLetters(unspelt(core)));
    }

    private static boolean explainLetters(String lower) {
        String letters = lower.chars()
                .filter(c -> c >= 'a' && c <= 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int others = lower.length() - letters.length();
        boolean foreign = lower.codePoints().anyMatch(c -> c > 127);
        return !foreign && others <= MOST_OTHERS && fewestWords(letters) <= MOST_WORDS;
    }

    /** The fewest words that the letters fall into; more than there are letters when they do not. */
    private static int fewestWords(String letters) {
        int impossible = letters.length() + 1;
        int[] fewest = new int[letters.length() + 1];
        for (int end = 1; end <= letters.length(); end++) {
            fewest[end] = impossible;
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                if (fewest[start] < impossible && WORDS.contains(letters.substring(start, end))) {
                    fewest[end] = Math.min(fewest[end], fewest[start] + 1);
                }
            }
        }
        return letters.isEmpty() ? 0 : fewest[letters.length()];
    }

    private static String unspelt(String lower) {
        return lower.replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonWords.class.getResourceAsStream(FILE), FILE), UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
