package cn.suinian.gateway.console.day.board;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.day.word.StateText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.businessday.DayBoard.Line;
import cn.suinian.settlement.businessday.DayBoard.Waiting;
import cn.suinian.settlement.clearing.PayerDay;
import cn.suinian.settlement.reconciliation.DayReview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request about a day, ready to print.
 *
 * @param decides whether the visitor decides such things
 * @param reviewed what is not settled with vendors; empty: not for this visitor
 */
public record RequestView(
        FormView form,
        boolean decides,
        Waiting waiting,
        Line line,
        List<PayerDay> money,
        Optional<DayReview> reviewed) {

    public Frame frame() {
        return form.frame();
    }

    public String say(DayText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String path() {
        return RequestPages.path(request().requestNo());
    }

    /** Its heading. */
    public String title() {
        return DayText.valueOf(request().kind()).in(language()) + " " + waiting.day();
    }

    /** Where who asked takes it back. */
    public String withdrawPath() {
        return InboxPages.withdrawPath(request().requestNo());
    }

    public String dayPath() {
        return DayPath.of(waiting.day());
    }

    /** Whether the visitor asked for it. */
    public boolean own() {
        return Objects.equals(frame().visitor().staffId(), request().askedBy());
    }

    /** Whether the day moved since. */
    public boolean stale() {
        return waiting.stale();
    }

    /** What happens when it is approved. */
    public String consequence() {
        return say(pays() ? DayText.APPROVE_LINE : DayText.REOPEN_LINE);
    }

    /** What keeps the day now; the approval would be refused. */
    public List<String> blockers() {
        return pays()
                ? line.blockers().stream()
                        .map(each -> BlockerWords.of(frame(), each))
                        .toList()
                : List.of();
    }

    /** What whoever approves the day should know; null: it is not to be approved, or not for this visitor. */
    public @Nullable ReviewView review() {
        return reviewed.filter(known -> pays())
                .map(known -> new ReviewView(frame(), waiting.day(), known))
                .orElse(null);
    }

    /** What is known of it. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(DayText.DAY), Figures.day(waiting.day(), language()));
        facts.put(say(DayText.STATE), StateText.of(line.day().state(), language()));
        facts.put(say(DayText.ASKED_BY), request().askedAs());
        facts.put(say(DayText.ASKED_AT), Figures.dateTime(request().askedAt()));
        facts.put(say(DayText.ASK_REASON), request().reason());
        facts.put(
                say(DayText.OWED),
                Figures.money(money.stream().mapToLong(PayerDay::fen).sum()));
        money.stream()
                .filter(each -> each.fen() != 0)
                .forEach(each -> facts.put(PayerWords.of(each.payer(), language()), Figures.money(each.fen())));
        return facts;
    }

    private boolean pays() {
        return request().kind().equals(DayActs.APPROVE);
    }

    private ApprovalRequest request() {
        return waiting.request();
    }

    private Language language() {
        return frame().language();
    }
}
