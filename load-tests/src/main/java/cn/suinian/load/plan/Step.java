package cn.suinian.load.plan;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.reference.Expectation;

/** One thing a terminal does with one tap, and what it must be answered. */
public record Step(Story story, Deed deed, CityTerminal sender, Tap tap, Expectation expected) {

    /** How many requests the step makes when nothing goes wrong. */
    public int requests() {
        return deed == Deed.SEND_AT_ONCE ? 3 : 1;
    }
}
