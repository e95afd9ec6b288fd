package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.money.Payer;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Sums of approved taps by line, to the fen. */
final class Books {

    /** One sum. */
    record Line(long taps, long gross, long subsidy, long selfPay, long operatorSubsidy, long deliverySubsidy) {
        private static final Line EMPTY = new Line(0, 0, 0, 0, 0, 0);

        private Line plus(Line more) {
            return new Line(
                    taps + more.taps,
                    gross + more.gross,
                    subsidy + more.subsidy,
                    selfPay + more.selfPay,
                    operatorSubsidy + more.operatorSubsidy,
                    deliverySubsidy + more.deliverySubsidy);
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();

    /** Per vendor, payer, service and settle date. */
    void settle(Tap tap, Answer answer, LocalDate settleDate) {
        if (answer.reason() == null) {
            String payer = answer.grant() == null
                    ? "nobody"
                    : Integer.toString(answer.grant().payer().code());
            add("vendor " + tap.vendorId() + " payer " + payer + " " + tap.service() + " " + settleDate, tap, answer);
        }
    }

    /** A reversal takes off what its tap had added. */
    void settle(Reversal reversal, LocalDate settleDate) {
        Payer payer = reversal.payer();
        add(
                "vendor " + reversal.vendorId() + " payer " + (payer == null ? "nobody" : payer.code()) + " "
                        + reversal.service() + " " + settleDate,
                new Line(
                        -1,
                        -reversal.amountFen(),
                        -reversal.subsidyFen(),
                        reversal.subsidyFen() - reversal.amountFen(),
                        -reversal.operatorSubsidyFen(),
                        -reversal.deliverySubsidyFen()));
    }

    /** Per vendor and service: what a terminal can add up by itself. */
    void note(Tap tap, Answer answer) {
        if (answer.reason() == null) {
            add("vendor " + tap.vendorId() + " " + tap.service(), tap, answer);
        }
    }

    private void add(String line, Tap tap, Answer answer) {
        Grant grant = answer.grant();
        add(
                line,
                new Line(
                        1,
                        tap.amountFen(),
                        answer.subsidyFen(),
                        tap.amountFen() - answer.subsidyFen(),
                        grant == null ? 0 : grant.operatorSubsidyFen(),
                        grant == null ? 0 : grant.deliverySubsidyFen()));
    }

    private void add(String line, Line more) {
        lines.merge(line, more, Line::plus);
    }

    /** The first line that differs from these books; empty when none does. */
    String differenceTo(Books other) {
        Map<String, Line> all = new TreeMap<>(lines);
        all.putAll(other.lines);
        for (String line : all.keySet()) {
            Line mine = lines.getOrDefault(line, Line.EMPTY);
            Line theirs = other.lines.getOrDefault(line, Line.EMPTY);
            if (!mine.equals(theirs)) {
                return line + ": " + mine + " but " + theirs;
            }
        }
        return "";
    }
}
