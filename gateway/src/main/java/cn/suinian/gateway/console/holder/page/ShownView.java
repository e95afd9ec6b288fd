package cn.suinian.gateway.console.holder.page;

import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.gateway.console.holder.word.History;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Personal data in full, ready to print once. Its text form shows nothing. */
public record ShownView(Frame frame, HolderPage page, FullRecord full) {

    /** Something that was recorded, and what is sealed of it. */
    public record Row(String what, String value) {}

    public String say(HolderText phrase) {
        return frame.say(phrase);
    }

    public String back() {
        return "/holders/" + page.holderId();
    }

    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(WordText.NAME), full.name());
        full.documents().forEach((kind, number) -> facts.put(Words.of(kind, language()), number));
        facts.put(frame.say(WordText.BORN_ON), full.bornOn().toString());
        if (full.birthEvidence() != null) {
            facts.put(say(HolderText.BIRTH_EVIDENCE), full.birthEvidence());
        }
        facts.put(frame.say(WordText.PHONE), orNone(full.phone()));
        facts.put(frame.say(WordText.BANK_ACCOUNT), orNone(full.bankAccount()));
        return facts;
    }

    /** What was so before each correction. */
    public List<Row> oldValues() {
        return rows(History.Kind.CHANGE, full.oldValues());
    }

    /** By what hukou, categories and events are known. */
    public List<Row> evidence() {
        return Stream.concat(
                        rows(History.Kind.STATEMENT, full.statementEvidence()).stream(),
                        rows(History.Kind.EVENT, full.eventEvidence()).stream())
                .toList();
    }

    private List<Row> rows(History.Kind kind, Map<Long, String> values) {
        return History.of(page, language()).stream()
                .filter(entry -> entry.mark().kind() == kind
                        && values.containsKey(entry.mark().number()))
                .map(entry -> new Row(entry.what(), values.get(entry.mark().number())))
                .toList();
    }

    private String orNone(@Nullable String value) {
        return value == null ? frame.say(WordText.NOT_GIVEN) : value;
    }

    private Language language() {
        return frame.language();
    }

    @Override
    public String toString() {
        return "everything of holder " + full.holderId();
    }
}
