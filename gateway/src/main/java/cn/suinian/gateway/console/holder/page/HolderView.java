package cn.suinian.gateway.console.holder.page;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.office.CardTerm;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.person.ConsentVersions;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.flags.TapFlags;
import cn.suinian.gateway.console.holder.word.CardLink;
import cn.suinian.gateway.console.holder.word.History;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A holder's page, ready to print.
 *
 * @param flags empty: they could not be read
 */
public record HolderView(
        Frame frame,
        HolderPage page,
        List<CardState> cards,
        BenefitsView benefits,
        Optional<List<TapFlags.OnTap>> flags,
        LocalDate today) {

    /** A way on. */
    public record Link(String path, String name) {}

    /** A card. */
    public record CardRow(
            String number,
            String path,
            String tone,
            String status,
            String since,
            String expires,
            List<CardLink> links) {}

    /** Something that was changed. */
    public record ChangeRow(String when, String what, String who, String why) {}

    /** A flag. */
    public record FlagRow(String title, String line, String path) {}

    public String say(HolderText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String say(WordText phrase) {
        return frame.say(phrase);
    }

    /** The address of something of this holder. */
    public String path(String what) {
        return "/holders/" + page.holderId() + what;
    }

    public String name() {
        return page.person().name();
    }

    public boolean deceased() {
        return page.deceasedOn() != null;
    }

    /** Whether they took their consent back; a card needs a new one. */
    public boolean withdrawn() {
        return page.person().consentVersion().equals(ConsentVersions.WITHDRAWN);
    }

    /** Since when they do not consent. */
    public String withdrawnNote() {
        return say(HolderText.WITHDRAWN, LocalDate.ofInstant(page.person().consentAt(), Figures.ZONE));
    }

    /** Whether undoing the recorded death waits for a second person. */
    public boolean undoWaits() {
        return page.events().stream().anyMatch(event -> event.openRequest() != null);
    }

    /** Who they are. */
    public Map<String, String> facts() {
        HolderPage.Person person = page.person();
        String year = person.bornOn().substring(0, 4);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(WordText.SEX), Words.of(person.sex()).in(language()));
        facts.put(say(HolderText.BORN), say(HolderText.AGE, year, page.age()));
        for (HolderPage.Document document : page.documents()) {
            if (document.endedAt() == null) {
                facts.put(Words.of(document.kind(), language()), document.number());
            }
        }
        facts.put(say(WordText.PHONE), orNone(person.phone()));
        facts.put(say(WordText.BANK_ACCOUNT), orNone(person.bankAccount()));
        facts.put(say(WordText.PHOTO), person.photo() ? say(HolderText.HAS_PHOTO) : say(WordText.NOT_GIVEN));
        facts.put(say(HolderText.SERVED_BY), Words.of(page.district(), language()));
        facts.put(say(HolderText.HUKOU), hukou());
        facts.put(say(HolderText.CATEGORIES), categories());
        facts.put(
                say(HolderText.REGISTERED),
                say(HolderText.BY, Figures.dateTime(person.registeredAt()), person.registeredBy()));
        return facts;
    }

    private String hukou() {
        return page.hukou().stream()
                .filter(period -> period.covers(today))
                .findFirst()
                .map(period ->
                        say(HolderText.PERIOD, Words.of(period.what(), language()), Words.of(period, language())))
                .orElseGet(() -> say(WordText.NO_HUKOU));
    }

    private String categories() {
        String categories = page.categories().stream()
                .filter(period -> period.covers(today))
                .map(period ->
                        say(HolderText.PERIOD, Words.of(period.what()).in(language()), Words.of(period, language())))
                .collect(Collectors.joining(say(WordText.COMMA)));
        return categories.isEmpty() ? say(HolderText.NO_CATEGORY) : categories;
    }

    /** What this visitor may do with the holder. */
    public List<Link> acts() {
        List<Link> acts = new ArrayList<>();
        add(acts, Permission.PERSONAL_DATA_SHOW, "/show", HolderText.SHOW_FULL);
        if (page.person().photo()) {
            add(acts, Permission.PERSONAL_DATA_SHOW, "/photo", HolderText.PHOTO_TITLE);
        }
        add(acts, Permission.HOLDER_CORRECT, "/correct", HolderText.CORRECT);
        add(acts, Permission.HOLDER_CORRECT, "/hukou", HolderText.CHANGE_HUKOU);
        add(acts, Permission.HOLDER_CORRECT, "/categories", HolderText.CHANGE_CATEGORIES);
        if (!withdrawn()) {
            add(acts, Permission.CARD_CANCEL, "/withdraw", HolderText.WITHDRAW);
        }
        if (!deceased()) {
            add(acts, Permission.HOLDER_LIFE_EVENT, "/move", HolderText.MOVE);
            add(acts, Permission.HOLDER_LIFE_EVENT, "/move-out", HolderText.MOVE_OUT);
            add(acts, Permission.HOLDER_LIFE_EVENT, "/death", HolderText.DEATH);
        } else if (!undoWaits()) {
            add(acts, Permission.HOLDER_LIFE_EVENT, "/undo-death", HolderText.UNDO_DEATH);
        }
        return acts;
    }

    private void add(List<Link> acts, Permission permission, String what, HolderText name) {
        if (frame.visitor().may(permission)) {
            acts.add(new Link(path(what), say(name)));
        }
    }

    /** Their cards, the newest first. */
    public List<CardRow> cardRows() {
        return cards.stream().map(this::card).toList();
    }

    private CardRow card(CardState card) {
        boolean live = card.status() == CardStatus.ISSUED || card.status() == CardStatus.ACTIVE;
        boolean expired = live && card.expiresOn().isBefore(today);
        return new CardRow(
                card.number().masked(),
                "/cards/" + card.serial(),
                expired || deceased() ? "bad" : Words.tone(card.status()),
                status(card.status(), live, expired),
                live && deceased() ? "" : say(HolderText.SINCE, Figures.dateTime(card.since())),
                card.expiresOn().toString(),
                deceased() ? List.of() : links(card));
    }

    private List<CardLink> links(CardState card) {
        List<CardLink> links = new ArrayList<>(CardLink.of(frame, card.serial(), card.status()));
        if (card.live() && CardTerm.ANNUAL.renewal(card.expiresOn(), today) == CardTerm.Renewal.OPEN) {
            links.addAll(CardLink.renew(frame, card.serial()));
        }
        return links;
    }

    /** What can be done with it now, whatever its row says. */
    private String status(CardStatus status, boolean live, boolean expired) {
        if (live && deceased()) {
            return say(HolderText.STOPPED_WITH_DEATH);
        }
        return expired ? say(WordText.CARD_EXPIRED) : Words.of(status).in(language());
    }

    /** To the first card, or the next one; nothing while there is a live one. */
    public List<CardLink> handOver() {
        boolean live = cards.stream()
                .map(CardState::status)
                .anyMatch(status -> status != CardStatus.REPLACED && status != CardStatus.CANCELLED);
        return live || deceased() || withdrawn() ? List.of() : CardLink.handOver(frame, page.holderId());
    }

    /** What was changed since the registration, the newest first. */
    public List<ChangeRow> history() {
        return History.of(page, language()).stream()
                .map(entry -> new ChangeRow(moment(entry.at()), entry.what(), entry.who(), entry.why()))
                .toList();
    }

    /** Whether this visitor sees what a flag says; everybody else sees that there is one. */
    public boolean maySeeFlags() {
        return frame.visitor().may(Permission.FLAG_VIEW);
    }

    public int flagCount() {
        return flags.map(List::size).orElse(0);
    }

    public List<FlagRow> flagRows() {
        return flags.orElse(List.of()).stream()
                .map(flag -> new FlagRow(flag.title(language()), flag.line(language()), flag.path()))
                .toList();
    }

    private String orNone(@Nullable String value) {
        return value == null ? say(WordText.NOT_GIVEN) : value;
    }

    private static String moment(Instant at) {
        return Figures.dateTime(at);
    }

    private Language language() {
        return frame.language();
    }
}
