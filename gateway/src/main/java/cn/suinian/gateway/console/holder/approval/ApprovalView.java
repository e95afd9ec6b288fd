package cn.suinian.gateway.console.holder.approval;

import cn.suinian.core.holder.register.WaitingUndo;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Requests, ready to print.
 *
 * @param waiting each with the masked name of its holder
 */
public record ApprovalView(FormView form, List<Waiting> waiting) {

    /** A request and whom it is about. */
    record Waiting(WaitingUndo undo, String holder) {}

    /** A line. */
    public record Row(
            String path,
            String number,
            String holder,
            String holderPath,
            String deceasedOn,
            String askedBy,
            String askedAt,
            String reason,
            boolean own) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(ApprovalText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** The one request of a page about one. */
    public Row row() {
        return row(waiting.get(0));
    }

    /** What is known of it. */
    public Map<String, String> facts() {
        Row row = row();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(ApprovalText.WHAT), say(ApprovalText.UNDO_DEATH));
        facts.put(say(ApprovalText.HOLDER), row.holder());
        facts.put(say(ApprovalText.DECEASED_ON), row.deceasedOn());
        facts.put(say(ApprovalText.ASKED_BY), row.askedBy());
        facts.put(say(ApprovalText.ASKED_AT), row.askedAt());
        facts.put(say(ApprovalText.REASON), row.reason());
        return facts;
    }

    private Row row(Waiting each) {
        WaitingUndo undo = each.undo();
        return new Row(
                "/approvals/" + undo.request().requestNo(),
                Long.toString(undo.request().requestNo()),
                each.holder(),
                "/holders/" + undo.holderId(),
                undo.deceasedOn().toString(),
                undo.request().askedAs(),
                Figures.dateTime(undo.request().askedAt()),
                undo.request().reason(),
                Objects.equals(frame().visitor().staffId(), undo.request().askedBy()));
    }
}
