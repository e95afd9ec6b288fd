package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a filter asks for, condition by condition, for somebody who is about to act on all that fits it. */
final class FilterWords {
    private FilterWords() {}

    /** The conditions; that only open ones are meant is one of them. */
    static Map<String, String> of(FilterForm form, VendorNames vendors, Frame frame) {
        BreakFilter filter = form.filter();
        Language language = frame.language();
        Map<String, String> words = new LinkedHashMap<>();
        words.put(frame.say(ReconcileText.STATE), Words.status(BreakStatus.OPEN, language));
        Integer vendor = filter.vendorId();
        put(words, frame, ReconcileText.VENDOR, vendor == null ? null : vendors.label(vendor));
        put(words, frame, ReconcileText.KIND, filter.kinds().isEmpty() ? null : kinds(filter, language));
        put(
                words,
                frame,
                ReconcileText.SERVICE,
                filter.service() == null ? null : Words.service(filter.service(), language));
        put(words, frame, ReconcileText.FROM, filter.from());
        put(words, frame, ReconcileText.TO, filter.to());
        put(words, frame, BreakText.LEAST, filter.leastFen() == null ? null : Words.money(filter.leastFen()));
        put(words, frame, BreakText.MOST, filter.mostFen() == null ? null : Words.money(filter.mostFen()));
        put(words, frame, BreakText.AGE_LEAST, filter.leastAgeDays());
        Long assignee = filter.assignee();
        put(words, frame, BreakText.WHOSE, assignee == null ? null : BreakView.whose(assignee, frame));
        return words;
    }

    private static void put(Map<String, String> words, Frame frame, Phrase name, @Nullable Object value) {
        if (value != null) {
            words.put(frame.say(name), value.toString());
        }
    }

    private static String kinds(BreakFilter filter, Language language) {
        return filter.kinds().stream()
                .sorted()
                .map((BreakKind kind) -> Words.kind(kind, language))
                .collect(Collectors.joining(" · "));
    }
}
