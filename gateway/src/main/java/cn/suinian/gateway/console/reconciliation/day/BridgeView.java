package cn.suinian.gateway.console.reconciliation.day;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.Bridge;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.util.ArrayList;
import java.util.List;

/** From our subsidy of a vendor's day to the one that the vendor states, ready to print. */
public record BridgeView(Frame frame, Bridge bridge) {

    /** A line that leads from our figure to theirs. */
    public record Leg(String what, String money) {}

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** Ours, each kind of break, the rest where there is any, theirs. */
    public List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        legs.add(new Leg(say(DayText.OUR_SUBSIDY), Words.money(bridge.oursFen())));
        for (Bridge.Step step : bridge.steps()) {
            String kind = Words.kind(step.kind(), frame.language());
            legs.add(new Leg(
                    say(DayText.BRIDGE_STEP, kind, Figures.count(step.breaks())), Words.difference(step.fen())));
        }
        if (bridge.elsewhereFen() != 0) {
            legs.add(new Leg(say(DayText.BRIDGE_REST), Words.difference(bridge.elsewhereFen())));
        }
        legs.add(new Leg(say(DayText.THEIR_SUBSIDY), Words.money(bridge.theirsFen())));
        return legs;
    }

    /** What is to be known of it. */
    public String note() {
        boolean duplicates = bridge.steps().stream().anyMatch(step -> step.kind() == BreakKind.DUPLICATE);
        return say(DayText.BRIDGE_LINE) + (duplicates ? " " + say(DayText.BRIDGE_DUPLICATE) : "");
    }
}
