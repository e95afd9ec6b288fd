package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.Hold;
import java.util.Objects;

/** How holds stand, in words. */
final class HoldWords {

    private HoldWords() {}

    static String days(Frame frame, HeldDays days) {
        if (days.from() == null) {
            return frame.say(LensText.ALL_DAYS);
        }
        return Objects.equals(days.from(), days.to())
                ? days.from().toString()
                : frame.say(LensText.CASE_DAYS, days.from(), days.to());
    }

    /** What is not paid because of it: payment goes by day, so all from its first day on. */
    static String notPaid(Frame frame, HeldDays days) {
        return days.from() == null
                ? frame.say(LensText.ALL_DAYS)
                : frame.say(LensText.NOT_PAID_FROM, days.from(), days.to(), days.from());
    }

    static LensText state(Hold hold) {
        if (!hold.inForce()) {
            return LensText.RELEASED;
        }
        return hold.waitingRequest() == null ? LensText.IN_FORCE : LensText.RELEASE_ASKED;
    }

    static String tone(Hold hold) {
        if (!hold.inForce()) {
            return "over";
        }
        return hold.waitingRequest() == null ? "bad" : "wait";
    }

    static String by(Frame frame, Hold hold) {
        return hold.madeByTheHouse() ? frame.say(LensText.BY_THE_HOUSE) : hold.placedAs();
    }
}
