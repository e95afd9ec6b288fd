package cn.suinian.load.plan;

import cn.suinian.load.city.CityTerminal;
import java.util.HashMap;
import java.util.Map;

/** The running number of every terminal. */
final class TerminalNumbers {
    private final Map<String, Long> last = new HashMap<>();

    long next(CityTerminal terminal) {
        return last.merge(terminal.terminalId(), 1L, Long::sum);
    }
}
