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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes next for a day, in words: whether it is ready, or what keeps it and where that is settled.
 *
 * @param acts whether it offers what the visitor may do at once; only who works for the whole city may
 */
record Next(Frame frame, Line line, Instant now, boolean acts) {

    /** A day that is over is closed by itself soon after midnight; after this long that did not happen. */
    private static final Duration CLOSED_BY_ITSELF = Duration.ofHours(1);

    private static final Duration SILENCE = Duration.ofMinutes(1);

    List<NextLine> lines() {
        if (line.next().isEmpty()) {
            return line.day().state() == State.SEALED
                    ? List.of(new NextLine(frame.say(DayText.NOTHING_LEFT), null))
                    : close();
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

    private List<NextLine> close() {
        LocalDate day = line.day().day();
        Instant over = day.plusDays(1).atStartOfDay(Figures.ZONE).toInstant();
        if (now.isBefore(over)) {
            return List.of(new NextLine(frame.say(DayText.TODAY_OPEN), null));
        }
        if (line.progress()
                .filter(step -> step.seen().plus(SILENCE).isAfter(now))
                .isPresent()) {
            return List.of(new NextLine(frame.say(DayText.CLOSING), DayPath.of(day)));
        }
        Duration late = Duration.between(over, now);
        if (late.compareTo(CLOSED_BY_ITSELF) < 0) {
            return List.of(new NextLine(frame.say(DayText.TO_CLOSE), null));
        }
        NextLine overdue = new NextLine(frame.say(DayText.OVERDUE, age(late), Figures.dateTime(over)), null);
        return acts && frame.visitor().may(DayStep.CLOSE.permission())
                ? List.of(
                        overdue,
                        new NextLine(
                                DayStep.CLOSE.label(frame.language()), DayPath.of(day) + "/" + DayStep.CLOSE.path()))
                : List.of(overdue);
    }

    private String age(Duration late) {
        return late.toDays() >= 2 ? frame.say(DayText.DAYS, late.toDays()) : frame.say(DayText.HOURS, late.toHours());
    }

    private NextLine blocker(Blocker blocker) {
        return new NextLine(
                BlockerWords.of(frame, blocker),
                BlockerLinks.path(blocker.code(), line.day().day()));
    }
}
