package cn.suinian.gateway.console.holder.change;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.holder.register.Consent;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form that changes a holder, ready to print.
 *
 * @param category that the form is about; null: about none in particular
 */
public record ChangeView(
        FormView form,
        HolderPage page,
        LocalDate today,
        @Nullable Category category) {

    /** A category of now or to come, and where it is ended. */
    public record CategoryRow(
            String name, String period, @Nullable String endPath) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(ChangeText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String say(WordText phrase) {
        return frame().say(phrase);
    }

    /** The address of something of this holder. */
    public String path(String what) {
        return "/holders/" + page.holderId() + what;
    }

    public String name() {
        return page.person().name();
    }

    /** What every form carries. */
    public List<String> carried() {
        return Seen.FIELDS;
    }

    /** Says what is kept now, masked. */
    public String now(@Nullable String value) {
        return say(ChangeText.NOW, value == null ? say(WordText.NOT_GIVEN) : value);
    }

    /** What the documents are now. */
    public String documents() {
        return page.documents().stream()
                .filter(document -> document.endedAt() == null)
                .map(document -> Words.of(document.kind(), language()) + " " + document.number())
                .collect(Collectors.joining(say(WordText.COMMA)));
    }

    public String sex() {
        return Words.of(page.person().sex()).in(language());
    }

    /** The hukou of today, or that there is none. */
    public String hukou() {
        return page.hukou().stream()
                .filter(period -> period.covers(today))
                .findFirst()
                .map(period -> Words.of(period.what(), language()) + "（" + Words.of(period, language()) + "）")
                .orElseGet(() -> say(WordText.NO_HUKOU));
    }

    /** The hukou that began last, of now or not; null: there never was one. */
    public @Nullable String latestHukou() {
        return page.hukou().stream()
                .max(Comparator.comparing(Period::from))
                .map(period -> Words.of(period.what(), language()) + "（" + Words.of(period, language()) + "）")
                .orElse(null);
    }

    /** Whether there is one to be ended. */
    public boolean hasHukou() {
        return page.hukou().stream().anyMatch(period -> period.to() == null);
    }

    /** Whom it is about. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(ChangeText.HOLDER), name());
        facts.put(say(ChangeText.DOCUMENTS), documents());
        String cards = page.cards().stream()
                .filter(card -> switch (card.status()) {
                    case ISSUED, ACTIVE, LOST -> true;
                    case REPLACED, CANCELLED -> false;
                })
                .map(card -> card.number() + " " + status(card.status()))
                .collect(Collectors.joining(say(WordText.COMMA)));
        facts.put(say(ChangeText.CARDS), cards.isEmpty() ? say(WordText.NO_CARD) : cards);
        return facts;
    }

    /** What a card is good for now, whatever its row says. */
    private String status(CardStatus status) {
        boolean inUse = status == CardStatus.ISSUED || status == CardStatus.ACTIVE;
        return inUse && page.deceasedOn() != null
                ? say(WordText.CARD_STOPPED)
                : Words.of(status).in(language());
    }

    public List<CategoryRow> categories() {
        return page.categories().stream()
                .map(period -> new CategoryRow(
                        Words.of(period.what()).in(language()),
                        Words.of(period, language()),
                        ended(period) ? null : path("/categories/" + period.what() + "/end")))
                .toList();
    }

    private boolean ended(Period<?> period) {
        return period.to() != null && !period.to().isAfter(today);
    }

    /** The question of a form about one category. */
    public String categoryTitle() {
        return say(
                ChangeText.END_CATEGORY,
                Words.of(Objects.requireNonNull(category)).in(language()));
    }

    /** The address of a form about one category. */
    public String categoryPath() {
        return path("/categories/" + category + "/end");
    }

    public List<Option> districts() {
        return Words.districts(language());
    }

    /** Every district but the one that serves them. */
    public List<Option> otherDistricts() {
        return districts().stream()
                .filter(option -> District.valueOf(option.value()) != page.district())
                .toList();
    }

    public List<Option> kinds() {
        return Words.documents(language());
    }

    public List<Option> sexes() {
        return Words.sexes(language());
    }

    public List<Option> categoryOptions() {
        return Words.categories(language());
    }

    public List<Option> grades() {
        return Words.grades(language());
    }

    /** Whether a document says when they were born. */
    public boolean birthInDocument() {
        return page.documents().stream()
                .filter(document -> document.endedAt() == null)
                .map(HolderPage.Document::kind)
                .anyMatch(DocumentKind::carriesBirth);
    }

    public String consentVersion() {
        return Consent.VERSION;
    }

    private Language language() {
        return frame().language();
    }
}
