package cn.suinian.gateway.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoneByTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            close command, process 41 | 日终命令           | The close command
            process 7                 | 系统               | The house
            process 7, settlement     | 系统               | The house
            process 7, console        | 管理台             | The console
            reconciliation            | 系统（自动对账）   | The house (reconciling)
            job age-breaks            | 系统               | The house
            set-up                    | 系统               | The house
            wang.li                   | wang.li            | wang.li
            """)
    void aProcessIsCalledByItsWorkAndPeopleByTheirAccount(String stored, String zh, String en) {
        assertThat(DoneBy.of(stored, Language.ZH)).isEqualTo(zh);
        assertThat(DoneBy.of(stored, Language.EN)).isEqualTo(en);
    }
}
