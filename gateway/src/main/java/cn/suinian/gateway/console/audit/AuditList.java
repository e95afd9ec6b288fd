package cn.suinian.gateway.console.audit;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.gateway.console.form.Codes;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries.
 *
 * @param form holds what is searched for
 * @param rows the newest first
 * @param vendors code and name of each vendor by its number
 * @param first the first page; null: this is it, or it has no address
 * @param older the next page; null: there is none, or it has no address
 * @param olderThan the number to go on from when the next page has no address; 0: there is none
 */
public record AuditList(
        FormView form,
        List<AuditRow> rows,
        Map<String, String> vendors,
        @Nullable String first,
        @Nullable String older,
        long olderThan) {

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(AuditText phrase) {
        return frame().say(phrase);
    }

    /** Whether anything is searched for. */
    public boolean filtered() {
        return AuditSearch.FIELDS.stream().anyMatch(name -> !form.value(name).isEmpty());
    }

    /** The fields that a next page or an export takes along. */
    public List<String> fields() {
        return AuditSearch.FIELDS;
    }

    /** That the subject of another entry is wanted; empty: no. */
    public String same() {
        String same = form.value("same");
        return same.isEmpty() ? "" : frame().say(AuditText.SAME_SUBJECT, same);
    }

    /** Every act there is to choose; the one that is chosen is among them even if it has no name. */
    public List<Option> acts() {
        return with(Codes.options(ActText.class, frame().language()), form.value("deed"));
    }

    /** Every kind of thing. */
    public List<Option> kinds() {
        return with(Codes.options(SubjectText.class, frame().language()), form.value("kind"));
    }

    /** Every entry of this page. */
    public List<EntryView> entries() {
        return rows.stream().map(row -> new EntryView(frame(), row, vendors)).toList();
    }

    private static List<Option> with(List<Option> options, String chosen) {
        if (chosen.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(chosen))) {
            return options;
        }
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(chosen, chosen));
        return more;
    }
}
