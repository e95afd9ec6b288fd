package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.core.money.Payer;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.today.ReasonText;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.Sides;
import cn.suinian.settlement.reconciliation.breaks.Sides.Ours;
import cn.suinian.settlement.reconciliation.breaks.Sides.Theirs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Both sides of a break field by field, several of one side below each other. */
public record SideLines(Break it, Sides sides, Frame frame) {

    /**
     * One field.
     *
     * @param compared whether both sides should say the same
     */
    public record Line(String field, List<String> ours, List<String> theirs, boolean compared) {

        /** Whether they do not; where several belong to one, each is held against all of the other side. */
        public boolean differs() {
            return compared
                    && !ours.isEmpty()
                    && !theirs.isEmpty()
                    && !new HashSet<>(ours).equals(new HashSet<>(theirs));
        }
    }

    /** Every field. */
    public List<Line> list() {
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                BreakText.TAP_DATE,
                tap -> tap.key().date().toString(),
                row -> row.key().date().toString()));
        lines.add(line(
                BreakText.TAPPED_AT, tap -> Figures.dateTime(tap.tappedAt()), row -> Figures.dateTime(row.tappedAt())));
        lines.add(line(
                BreakText.TERMINAL,
                tap -> Long.toString(tap.key().terminalId()),
                row -> Long.toString(row.key().terminalId())));
        lines.add(line(
                BreakText.TERMINAL_SEQ,
                tap -> Long.toString(tap.key().terminalSeq()),
                row -> Long.toString(row.key().terminalSeq())));
        lines.add(line(
                BreakText.CARD,
                tap -> Integer.toString(tap.key().cardSerial()),
                row -> Integer.toString(row.key().cardSerial())));
        lines.add(line(
                ReconcileText.SERVICE,
                tap -> Words.service(tap.service(), frame.language()),
                row -> Words.service(row.service(), frame.language())));
        lines.add(line(
                ReconcileText.AMOUNT,
                tap -> Words.money(tap.amounts().amountFen()),
                row -> Words.money(row.amounts().amountFen())));
        lines.add(line(
                ReconcileText.SUBSIDY,
                tap -> Words.money(tap.amounts().subsidyFen()),
                row -> Words.money(row.amounts().subsidyFen())));
        lines.add(uncompared(
                ReconcileText.EXTRA,
                tap -> extra(tap.amounts().extraFen()),
                row -> extra(row.amounts().extraFen())));
        lines.add(uncompared(
                ReconcileText.PAYER,
                tap -> Words.payer(payer(tap), frame.language()),
                row -> row.payer().isEmpty()
                        ? frame.say(BreakText.NOT_STATED)
                        : Words.payer(row.payer(), frame.language())));
        lines.add(uncompared(BreakText.OUTCOME, this::outcome, row -> frame.say(standing(row))));
        lines.add(uncompared(
                ReconcileText.DAY,
                tap -> tap.clearedOn().toString(),
                row -> row.day().toString()));
        lines.add(new Line(
                frame.say(BreakText.OWED),
                List.of(Words.money(it.money().oursFen())),
                List.of(Words.money(it.money().theirsFen())),
                true));
        return lines;
    }

    /** A tap that was declined has none; whoever would pay it is then known of the break alone. */
    private Optional<Payer> payer(Ours tap) {
        return tap.reason() == 0 ? tap.payer() : tap.payer().or(it::payer);
    }

    private Line line(Phrase field, Function<Ours, String> ours, Function<Theirs, String> theirs) {
        return new Line(
                frame.say(field),
                sides.ours().stream().map(ours).toList(),
                sides.theirs().stream().map(theirs).toList(),
                true);
    }

    private Line uncompared(Phrase field, Function<Ours, String> ours, Function<Theirs, String> theirs) {
        Line line = line(field, ours, theirs);
        return new Line(line.field(), line.ours(), line.theirs(), false);
    }

    private String extra(OptionalLong fen) {
        return fen.isPresent() ? Words.money(fen.getAsLong()) : frame.say(BreakText.NOT_STATED);
    }

    private String outcome(Ours tap) {
        if (tap.reason() != 0) {
            return frame.say(
                    BreakText.DECLINED, ReasonText.of(tap.reason()).title().in(frame.language()));
        }
        return frame.say(tap.reversed() ? BreakText.REVERSED : BreakText.APPROVED);
    }

    private static BreakText standing(Theirs row) {
        return switch (row.standing()) {
            case COUNTS -> BreakText.COUNTS;
            case REPEATED -> BreakText.REPEATED;
            case CONTRARY -> BreakText.CONTRARY;
        };
    }
}
