package cn.suinian.load.audit;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.plan.Step;
import cn.suinian.load.reference.Expectation;
import cn.suinian.load.terminal.Answer;
import cn.suinian.load.terminal.Reply;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds a reply against what the reference expects. */
public final class Comparison {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final Expectation expected;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Expectation expected) {
        this.expected = expected;
    }

    /** Every difference in words; empty when the reply is right. */
    public static List<String> differences(Step step, Reply reply, @Nullable Answer answer) {
        Comparison comparison = new Comparison(step.expected());
        comparison.hold("status", step.expected().status(), reply.status());
        if (answer != null && step.expected().isAnswered()) {
            comparison.answer(answer, tapId(step.sender(), step.tap()));
        } else if (answer == null && !step.expected().isAnswered()) {
            comparison.hold("code", step.expected().problemCode(), Answer.problemCode(reply.body()));
        }
        return comparison.differences.stream()
                .map(difference -> step.story().text() + ": " + difference)
                .toList();
    }

    /** Tap date, terminal, its number and the first eight digits of the TAC. */
    static String tapId(CityTerminal sender, Tap tap) {
        return "%s-%s-%d-%s"
                .formatted(
                        tap.tappedAt().atZoneSameInstant(SHANGHAI).format(DATE),
                        sender.terminalId(),
                        tap.terminalSeq(),
                        tap.tac().substring(0, 8));
    }

    private void answer(Answer answer, String tapId) {
        hold("outcome", expected.outcome(), answer.outcome());
        if (!expected.isReversal()) {
            hold("reason", expected.reason(), answer.reason());
        }
        hold("subsidy", expected.subsidyFen(), answer.subsidyFen());
        hold("selfPay", expected.selfPayFen(), answer.selfPayFen());
        hold("journey", expected.journey(), answer.journey());
        hold("cue", expected.cue(), answer.cue());
        hold("tapId", tapId, answer.tapId());
        hold("balanceLeft", expected.balanceLeft(), answer.balanceLeft());
        if (expected.operatorSubsidyFen() > 0) {
            hold("benefit", "MEAL", answer.benefit());
        }
    }

    private void hold(String what, @Nullable Object wanted, @Nullable Object found) {
        if (!Objects.equals(wanted, found)) {
            differences.add("%s is %s, should be %s".formatted(what, found, wanted));
        }
    }
}
