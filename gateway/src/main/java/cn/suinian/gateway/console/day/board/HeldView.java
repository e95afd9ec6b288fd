package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.office.HeldMoney.HeldVendor;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.Hold;
import java.util.List;
import java.util.Objects;

/** Vendors whose money up to a day is held, each with its holds, ready to print. */
public record HeldView(Frame frame, List<HeldVendor> vendors) {

    /** What it says. */
    public enum Text implements Phrase {
        CAPTION("已具名暂缓的商户", "Vendors held by name"),
        HOLD("暂缓", "Hold"),
        OWED("截至当日应付", "Owed up to the day"),
        HOLD_NO("暂缓 %s（%s）", "Hold %s (%s)"),
        ALL_DAYS("整个商户", "all of the vendor"),
        DAYS("%s 起，含 %s 以后的营业日", "from %s on, also days after %s"),
        NOTE(
                "暂缓的款项不妨碍当日已付款。只暂缓某几天的，其后营业日的款项也一起等，解除后一并付。",
                "What is held does not keep the day from being paid. A hold of some days also stops what is owed of"
                        + " later days; once released, all of it is paid.");

        private final String zh;
        private final String en;

        Text(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }

    /** A link with its words. */
    public record Link(String path, String text) {}

    /** A vendor. */
    public record Row(String code, String name, List<Link> holds, String yuan) {}

    public String say(Text phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public List<Row> rows() {
        return vendors.stream()
                .map(each -> new Row(
                        each.code(),
                        each.name(),
                        each.holds().stream().map(this::link).toList(),
                        "¥" + Figures.yuan(each.fen())))
                .toList();
    }

    private Link link(Hold hold) {
        HeldDays days = hold.days();
        String of = days.from() == null
                ? say(Text.ALL_DAYS)
                : say(Text.DAYS, days.from(), Objects.requireNonNull(days.to()));
        return new Link("/lens/holds/" + hold.holdNo(), say(Text.HOLD_NO, hold.holdNo(), of));
    }
}
