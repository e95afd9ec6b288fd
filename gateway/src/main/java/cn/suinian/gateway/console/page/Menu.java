package cn.suinian.gateway.console.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of the console as the head of a page has them. */
public final class Menu {

    /** What fits on a line of a screen of 1024 pixels, in Chinese and in English. */
    private static final int IN_ONE_LINE = 7;

    private Menu() {}

    /**
     * Parts that stand together.
     *
     * @param area what opens them; null: they are shown as they are
     */
    public record Group(@Nullable Area area, List<Section> sections) {}

    /** As they are, when they are few; otherwise by area, where an area of one part needs no opening. */
    static List<Group> of(List<Section> sections) {
        if (sections.size() <= IN_ONE_LINE) {
            return List.of(new Group(null, sections));
        }
        Map<Area, List<Section>> areas = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            List<Section> of =
                    sections.stream().filter(each -> each.area() == area).toList();
            if (!of.isEmpty()) {
                areas.put(area, of);
            }
        }
        return areas.entrySet().stream()
                .map(each -> new Group(
                        each.getKey() == Area.NONE || each.getValue().size() == 1 ? null : each.getKey(),
                        each.getValue()))
                .toList();
    }
}
