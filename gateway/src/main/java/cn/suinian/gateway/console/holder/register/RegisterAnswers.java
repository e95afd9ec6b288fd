package cn.suinian.gateway.console.holder.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.gateway.console.holder.word.CardLink;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a registration ends: with a receipt, or with somebody who is too young or registered already. */
final class RegisterAnswers {

    private static final int UNPROCESSABLE = 422;

    private RegisterAnswers() {}

    /** Somebody is registered already; whoever does not see them is told which district does. */
    static Answer known(Frame frame, long holderId, District servedBy, boolean visible) {
        return Answer.page(
                "holder/register/known.jte",
                Map.of(
                        "frame",
                        frame,
                        "path",
                        visible ? "/holders/" + holderId : "",
                        "servedBy",
                        Words.of(servedBy, frame.language())));
    }

    /** Somebody may come again, and on which day. */
    static Answer young(Frame frame, Map<String, String> details) {
        LocalDate eligibleOn = LocalDate.parse(details.getOrDefault("eligibleOn", ""));
        return Answer.page(
                UNPROCESSABLE,
                "holder/register/young.jte",
                Map.of("frame", frame, "eligibleOn", Figures.day(eligibleOn, frame.language())));
    }

    /** What the elder takes home, masked, since receipts get lost. */
    static Answer receipt(Frame frame, HolderPage page) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(RegisterText.RECEIPT_NUMBER), Long.toString(page.holderId()));
        facts.put(frame.say(WordText.NAME), page.person().name());
        for (HolderPage.Document document : page.documents()) {
            if (document.endedAt() == null) {
                facts.put(Words.of(document.kind(), frame.language()), document.number());
            }
        }
        facts.put(frame.say(RegisterText.DISTRICT), Words.of(page.district(), frame.language()));
        facts.put(
                frame.say(RegisterText.RECEIPT_ON),
                Figures.dateTime(page.person().registeredAt()));
        boolean none = page.cards().isEmpty() && page.deceasedOn() == null;
        return Answer.page(
                "holder/register/receipt.jte",
                Map.of(
                        "frame",
                        frame,
                        "facts",
                        facts,
                        "path",
                        "/holders/" + page.holderId(),
                        "handOver",
                        none ? CardLink.handOver(frame, page.holderId()) : List.of()));
    }
}
