package cn.suinian.gateway.console.home;

import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import java.util.Map;

/**
 * The home page, ready to print.
 *
 * @param figures by the path of a section, what waits there; nothing where nothing does
 * @param asks whether the figures are still to come
 */
public record HomeView(Frame frame, Map<String, List<String>> figures, boolean asks) {

    public HomeView {
        figures = Map.copyOf(figures);
    }

    /** A phrase. */
    public String say(HomeText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** What waits in a section, a line for each figure; empty: nothing. */
    public List<String> figures(String path) {
        return figures.getOrDefault(path, List.of());
    }
}
