package cn.suinian.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules find what they are for, and are not fooled by text that only looks like it. */
class TidyRulesTest {
    @Test
    void countsAMethodFromItsFirstLineToItsLastWhateverItsTextsHold() throws Exception {
        JavaFile file = file("""
                class Sample {
                    // An open { brace
                    int first() {
                        String text = "}}}{{";
                        char brace = '}';
                        return 1; // }
                    }

                    String second() {
                        return \"""
                                } not the end {
                                \""";
                    }
                }
                """);
        assertThat(Methods.longerThan(4, file))
                .containsExactly(
                        "card-core/src/main/java/Sample.java:3 first has 5 lines," + " 4 are allowed",
                        "card-core/src/main/java/Sample.java:9 second has 5 lines, 4 are allowed");
        assertThat(Methods.longerThan(5, file)).isEmpty();
    }

    @Test
    void seesCallsButNotTheirNamesInTexts() throws Exception {
        JavaFile file = file("""
                class Sample {
                    // System.out.println, Thread.sleep(1), Instant.now()
                    String text = "System.err e.printStackTrace() LocalDate.now()";

                    void call(Exception failure, java.time.Clock clock) throws Exception {
                        System.out.println(text);
                        failure.printStackTrace();
                        Thread.sleep(1);
                        Instant.now(clock);
                        LocalDate.now();
                    }
                }
                """);
        String place = "card-core/src/main/java/Sample.java:";
        assertThat(Calls.find(file, Calls.Kind.CONSOLE))
                .singleElement()
                .asString()
                .startsWith(place + "6 calls System.out;");
        assertThat(Calls.find(file, Calls.Kind.STACK_TRACE))
                .singleElement()
                .asString()
                .startsWith(place + "7 ");
        assertThat(Calls.find(file, Calls.Kind.SLEEP))
                .singleElement()
                .asString()
                .startsWith(place + "8 ");
        assertThat(Calls.find(file, Calls.Kind.CLOCK))
                .singleElement()
                .asString()
                .startsWith(place + "10 ");
    }

    private static JavaFile file(String text) throws Exception {
        return JavaFile.parse(Map.of("card-core/src/main/java/Sample.java", text))
                .get(0);
    }
}
