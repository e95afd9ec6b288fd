package cn.suinian.gateway.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.staff.Permission;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of the console in the head of a page. */
class MenuTest {

    @Test
    void aFewPartsStandAsTheyAre() {
        List<Section> few = parts(Area.HOLDERS, 7);
        assertThat(Menu.of(few)).containsExactly(new Menu.Group(null, few));
    }

    @Test
    void manyStandByAreaAndOneAloneNeedsNoOpening() {
        List<Section> inbox = parts(Area.NONE, 1);
        List<Section> holders = parts(Area.HOLDERS, 4);
        List<Section> house = parts(Area.HOUSE, 1);
        List<Section> taps = parts(Area.TAPS, 2);
        List<Section> all =
                Stream.of(holders, inbox, house, taps).flatMap(List::stream).toList();
        assertThat(Menu.of(all))
                .containsExactly(
                        new Menu.Group(null, inbox),
                        new Menu.Group(Area.HOLDERS, holders),
                        new Menu.Group(Area.TAPS, taps),
                        new Menu.Group(null, house));
    }

    private static List<Section> parts(Area area, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Section(area, "/" + area + i, Permission.TAP_VIEW, FrameText.HOME, FrameText.HOME))
                .toList();
    }
}
