package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.terminal.Service;

/** Taps and answers as the trace says them. */
final class Words {

    private Words() {}

    static String of(Tap tap) {
        String direction =
                tap.service() == Service.TRANSIT ? " " + tap.context().direction() : "";
        String place = tap.placeKind() == null ? "" : " (" + tap.placeKind() + ")";
        return tap.service() + direction + " " + tap.amountFen() + " fen at " + tap.at() + ", holder "
                + tap.key().holderId() + " card " + tap.cardSerial() + " counter " + tap.cardCounter()
                + ", terminal " + tap.key().terminalId() + place + " no. "
                + tap.key().terminalSeq();
    }

    static String of(Answer answer) {
        String balance = answer.balanceLeft() == null ? "" : ", left " + answer.balanceLeft();
        String journey = answer.journey() == null ? "" : ", " + answer.journey().outcome();
        return answer.reason() == null
                ? "APPROVED subsidy " + answer.subsidyFen() + balance + journey
                : answer.reason() + balance;
    }
}
