package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.gateway.app.KeysOrder.Act;
import cn.suinian.gateway.command.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysOrderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | keys wants to know what to do
            lost                | keys does not know 'lost'
            list 2              | keys list takes no arguments, not '2'
            add extra           | keys add takes no arguments, not 'extra'
            add-column 2        | keys add-column takes no arguments, not '2'
            reseal --force      | keys reseal takes no arguments, not '--force'
            retire              | keys retire wants a VERSION
            retire --force      | keys retire wants a VERSION
            retire x            | VERSION is a whole number from 1 to 9999, not 'x'
            retire 0            | VERSION is a whole number from 1 to 9999, not '0'
            retire 1 now        | keys retire takes VERSION and --force, not 'now'
            retire 1 --force 2  | keys retire takes VERSION and --force, not '2'
            hand-out            | keys hand-out wants a VERSION
            hand-out all        | VERSION is a whole number from 1 to 9999, not 'all'
            hand-out 2 17       | TERMINAL is the 12 digits of a terminal's number, not '17'
            hand-out 2 --force  | TERMINAL is the 12 digits of a terminal's number, not '--force'
            """)
    void saysWhatWasWrongAndHowItIsUsed(String arguments, String wrong) {
        assertThatThrownBy(() -> KeysOrder.parse(List.of(arguments.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(wrong)
                .hasMessageContaining("keys hand-out VERSION [TERMINAL...] [--show]");
    }

    @Test
    void anOptionMayStandAnywhereBehindTheVerb() {
        KeysOrder expected = new KeysOrder(Act.HAND_OUT, 2, true, List.of(440_300_010_007L));

        assertThat(KeysOrder.parse(List.of("hand-out", "2", "440300010007", "--show")))
                .isEqualTo(expected);
        assertThat(KeysOrder.parse(List.of("hand-out", "--show", "2", "440300010007", "440300010007")))
                .isEqualTo(expected);
        assertThat(KeysOrder.parse(List.of("retire", "--force", "1")))
                .isEqualTo(new KeysOrder(Act.RETIRE, 1, true, List.of()));
    }
}
