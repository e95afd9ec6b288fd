package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.day.board.BoardView.NextLine;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.StateText;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayBoard.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What comes next for a day, in words: whether it is ready, or what keeps it and where that is settled. */
record Next(Frame frame, Line line, LocalDate today) {

    List<NextLine> lines() {
        if (line.next().isEmpty()) {
            return List.of(new NextLine(frame.say(rest()), null));
        }
        Language language = frame.language();
        String wanted = StateText.of(line.next().get(), language);
        List<NextLine> lines = new ArrayList<>();
        if (line.earlier().isPresent()) {
            LocalDate first = line.earlier().get();
            lines.add(new NextLine(frame.say(DayText.EARLIER, first), DayPath.of(first)));
        }
        line.blockers().forEach(blocker -> lines.add(blocker(blocker)));
        if (lines.isEmpty()) {
            lines.add(new NextLine(
                    frame.say(DayText.READY, wanted), DayPath.of(line.day().day())));
        }
        return lines;
    }

    private DayText rest() {
        if (line.day().state() == State.SEALED) {
            return DayText.NOTHING_LEFT;
        }
        return line.day().day().isBefore(today) ? DayText.TO_CLOSE : DayText.TODAY_OPEN;
    }

    private NextLine blocker(Blocker blocker) {
        String what = frame.language() == Language.ZH ? blocker.zh() : blocker.en();
        String text = blocker.fen() == 0
                ? frame.say(DayText.BLOCKER_NO_MONEY, what, Figures.count(blocker.count()))
                : frame.say(DayText.BLOCKER, what, Figures.count(blocker.count()), Figures.yuan(blocker.fen()));
        return new NextLine(text, BlockerLinks.path(blocker.code(), line.day().day()));
    }
}
