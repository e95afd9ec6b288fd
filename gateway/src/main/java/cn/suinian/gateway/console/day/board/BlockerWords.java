package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.businessday.Blocker;

/** What keeps a day, in a line: what it is, of how many, how much, and of which days. */
final class BlockerWords {

    private static final String NO_SEAL = "NO_SEAL";

    private BlockerWords() {}

    static String of(Frame frame, Blocker blocker) {
        String what = frame.language() == Language.ZH ? blocker.zh() : blocker.en();
        if (blocker.code().equals(NO_SEAL)) {
            return what;
        }
        String vendors = frame.say(DayText.OF_VENDORS, Figures.count(blocker.count()));
        if (blocker.fen() == 0) {
            return frame.say(DayText.BLOCKER_NO_MONEY, what, vendors);
        }
        String money = Figures.money(blocker.fen());
        return blocker.since()
                .map(since -> frame.say(DayText.BLOCKER_SINCE, what, vendors, money, since))
                .orElseGet(() -> frame.say(DayText.BLOCKER, what, vendors, money));
    }
}
