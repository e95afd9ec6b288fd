package cn.suinian.load.city;

import cn.suinian.load.frame.TapKind;
import java.net.URI;
import java.util.List;

/**
 * A city as its file states it.
 *
 * @param baseUrl of the terminal API
 */
public record City(URI baseUrl, List<CityTerminal> terminals, List<CityCard> cards) {

    /** The terminals that offer a service, in the file's order. */
    public List<CityTerminal> listTerminalsFor(TapKind kind) {
        return terminals.stream()
                .filter(terminal -> terminal.kinds().contains(kind))
                .toList();
    }
}
