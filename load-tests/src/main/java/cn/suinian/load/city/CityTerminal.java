package cn.suinian.load.city;

import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import java.util.Set;

/**
 * A terminal of the city.
 *
 * @param vendor the code of the vendor it stands at
 * @param kinds what it may be used for
 */
public record CityTerminal(TerminalIdentity identity, String vendor, Set<TapKind> kinds) {
    public String terminalId() {
        return identity.terminalId();
    }
}
