package cn.suinian.gateway.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayBackTest {
    private static final Set<String> LOOKED =
            Set.of("/", "/breaks", "/breaks/:no", "/breaks/:no/accept", "/breaks/all", "/holders/:id", "/stock");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /breaks/:no/accept | /breaks/7/accept        | /breaks/7/accept /breaks/7
            /breaks/:no/undo   | /breaks/7/undo?x=1      | /breaks/7 /breaks
            /breaks/all        | /breaks/all?kind=LATE   | /breaks/all?kind=LATE /breaks
            /stock             | /stock                  | /stock
            /holders/:id/phone | /holders/3/phone        | /holders/3
            /nothing/like      | /nothing/like           | ''
            """)
    void leadsToThePageOfTheFormAndToWhatLiesAboveIt(String pattern, String address, String expected) {
        List<String> paths = WayBack.of(pattern, address, LOOKED, 0).paths();
        assertThat(String.join(" ", paths)).isEqualTo(expected);
    }
}
