package cn.suinian.load.city;

import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A terminal of the city.
 *
 * @param vendor the code of the vendor it stands at
 * @param kinds what it may be used for
 * @param placeKind what kind of place it stands in; null: nothing is known
 */
public record CityTerminal(
        TerminalIdentity identity,
        String vendor,
        Set<TapKind> kinds,
        @Nullable String placeKind) {

    /** One that stands in no special place. */
    public CityTerminal(TerminalIdentity identity, String vendor, Set<TapKind> kinds) {
        this(identity, vendor, kinds, null);
    }

    public String terminalId() {
        return identity.terminalId();
    }
}
