package cn.suinian.gateway.console.audit;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry, as its page and a line of the list show it.
 *
 * @param vendors code and name of each vendor by its number
 */
public record EntryView(Frame frame, AuditRow row, Map<String, String> vendors) {

    private static final int DATE_LENGTH = 10;

    /**
     * Something that was recorded, in words.
     *
     * @param code how it was recorded; empty: just so
     */
    public record Said(String text, String code) {}

    /** A value that was recorded. */
    public record Value(Said name, Said before, Said after) {}

    /** A phrase. */
    public String say(AuditText phrase) {
        return frame.say(phrase);
    }

    /** When, to the second. */
    public String at() {
        return Figures.dateTime(row.at()).substring(0, DATE_LENGTH) + " " + Figures.time(row.at());
    }

    /** What was done. */
    public String act() {
        return words().act(row.act());
    }

    /** To what; empty: to nothing in particular. */
    public String subject() {
        return words().subject(row);
    }

    /** Why; empty: nobody had to say. */
    public String reason() {
        return words().reason(row.reason());
    }

    /** Everything but the values. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(AuditText.AT), at());
        facts.put(
                say(AuditText.WHO),
                row.staffId() == null ? row.actor() + " · " + say(AuditText.NOT_STAFF) : row.actor());
        facts.put(say(AuditText.ADDRESS), row.address().isEmpty() ? "–" : row.address());
        facts.put(say(AuditText.ACT), act().equals(row.act()) ? row.act() : act() + " · " + row.act());
        facts.put(say(AuditText.ABOUT), subject().isEmpty() ? "–" : subject());
        facts.put(say(AuditText.WHY), reason().isEmpty() ? "–" : reason());
        return facts;
    }

    /** What was before and after. */
    public List<Value> values() {
        Map<String, String> before = row.maskedBefore();
        Map<String, String> after = row.maskedAfter();
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Value(said(words().name(name), name), value(name, before), value(name, after)))
                .toList();
    }

    private Said value(String name, Map<String, String> values) {
        String value = values.get(name);
        return value == null ? new Said("–", "") : said(words().value(name, value), value);
    }

    private static Said said(String text, String code) {
        return new Said(text, text.equals(code) ? "" : code);
    }

    private EntryWords words() {
        return new EntryWords(frame.language(), vendors);
    }

    /** All entries about the same; empty: this one is about nothing. */
    public String sameSubject() {
        return row.subjectKind() == null
                ? ""
                : new Address("/audit").with("same", row.entryNo()).toString();
    }

    /** All entries by the same account. */
    public String sameActor() {
        return new Address("/audit").with("actor", row.actor()).toString();
    }
}
