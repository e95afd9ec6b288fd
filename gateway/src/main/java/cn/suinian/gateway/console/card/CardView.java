package cn.suinian.gateway.console.card;

import static cn.suinian.core.card.office.CardTerm.Renewal.OPEN;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.CardRecord.Stood;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A card, ready to print. */
public final class CardView {

    private final CardWords words;
    private final CardRecord card;
    private final Whose whose;

    CardView(Frame frame, CardRecord card, Whose whose) {
        this.words = new CardWords(frame);
        this.card = card;
        this.whose = whose;
    }

    /** Something that can be done now. */
    public record Act(String path, String label, boolean grave) {}

    /** A line of its history. */
    public record Row(String status, String tone, String since, String recorded, String list) {}

    /** A renewal. */
    public record Renewal(String from, String to, String at) {}

    /** Another card that took its place, or whose place it took. */
    public record Kin(String label, String number, String path, String cause) {}

    /** The frame of the page. */
    public Frame frame() {
        return words.frame();
    }

    /** A phrase. */
    public String say(CardText phrase) {
        return words.say(phrase);
    }

    /** What the page is called. */
    public String title() {
        return words.say(CardText.CARD_TITLE, CardWords.masked(card.card().serial()));
    }

    /** What it is now. */
    public String status() {
        return words.status(whose, card.card());
    }

    /** The colour of what it is now. */
    public String tone() {
        return whose.stops(card.card()) ? "bad" : CardWords.tone(card.card().status());
    }

    /** Whose it is, and until when it is good. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(CardText.HOLDER), words.holder(whose));
        facts.put(say(CardText.NUMBER), CardWords.masked(card.card().serial()));
        facts.put(say(CardText.SINCE), Figures.dateTime(card.card().since()));
        facts.put(say(CardText.EXPIRES), card.card().expiresOn() + (card.expired() ? say(CardText.EXPIRED) : ""));
        facts.put(say(CardText.ON_LIST), list(card.now()));
        return facts;
    }

    /** Whether its holder's death stops it. */
    public boolean stoppedByDeath() {
        return whose.stops(card.card());
    }

    /** That its holder has died since; null: no. */
    public @Nullable String death() {
        return whose.person() == null
                        || whose.person().deceasedOn() == null
                        || !card.card().live()
                ? null
                : words.say(CardText.STOPPED_BY_DEATH_NOTE, whose.person().deceasedOn());
    }

    /** Where its holder's page is. */
    public String holderPath() {
        return whose.path();
    }

    /** Where its receipt is. */
    public String receiptPath() {
        return path("receipt");
    }

    /** What this visitor can do with it now, the likeliest first. */
    public List<Act> acts() {
        CardStatus status = card.card().status();
        boolean live = card.card().live();
        List<Act> acts = new ArrayList<>();
        if (whose.deceased()) {
            if (live) {
                add(acts, Permission.CARD_CANCEL, "cancel", CardText.DO_CANCEL, true);
            }
            return acts;
        }
        if (live && status != CardStatus.LOST) {
            add(acts, Permission.CARD_REPORT_LOST, "lost", CardText.DO_LOST, true);
        }
        if (status == CardStatus.ISSUED) {
            add(acts, Permission.CARD_ISSUE, "activate", CardText.DO_ACTIVATE, false);
        }
        if (live) {
            add(acts, Permission.CARD_REPLACE, "replace", CardText.DO_REPLACE, false);
        }
        if (status == CardStatus.LOST) {
            add(acts, Permission.CARD_REPORT_LOST, "found", CardText.DO_FOUND, false);
        }
        if (live && card.renewal() == OPEN) {
            add(acts, Permission.CARD_RENEW, "renew", CardText.DO_RENEW, false);
        }
        if (live) {
            add(acts, Permission.CARD_CANCEL, "cancel", CardText.DO_CANCEL, true);
        }
        return acts;
    }

    private void add(List<Act> acts, Permission permission, String act, CardText label, boolean grave) {
        if (frame().visitor().may(permission)) {
            acts.add(new Act(path(act), say(label), grave));
        }
    }

    private String path(String act) {
        return "/cards/" + card.card().serial() + "/" + act;
    }

    /** Whether it has ended. */
    public boolean ended() {
        return !card.card().live();
    }

    /** That nothing more can be done with it, and what to do with it where it can be taken back. */
    public String endedNote() {
        CardRecord.@Nullable Replacement by = card.replacedBy();
        return say(by != null && by.cause() == ReplaceCause.LOST ? CardText.NO_ACTS_LOST : CardText.NO_ACTS);
    }

    /** The card that took its place, and the one whose place it took. */
    public List<Kin> kin() {
        List<Kin> kin = new ArrayList<>();
        CardRecord.@Nullable Replacement by = card.replacedBy();
        if (by != null) {
            kin.add(kin(CardText.SUCCESSOR, by.newSerial(), by));
        }
        CardRecord.@Nullable Replacement of = card.replaces();
        if (of != null) {
            kin.add(kin(CardText.PREDECESSOR, of.oldSerial(), of));
        }
        return kin;
    }

    private Kin kin(CardText label, int serial, CardRecord.Replacement how) {
        return new Kin(
                say(label),
                CardWords.masked(serial),
                "/cards/" + serial,
                frame().say(CardText.BECAUSE, words.cause(how.cause())));
    }

    /** What it ever was, the latest first. */
    public List<Row> rows() {
        return card.stood().stream()
                .map(stood -> new Row(
                        words.status(stood.status()),
                        CardWords.tone(stood.status()),
                        Figures.dateTime(stood.since()),
                        Figures.dateTime(stood.recordedAt()),
                        list(stood)))
                .toList();
    }

    /** Each renewal, the latest first. */
    public List<Renewal> renewals() {
        return card.renewed().stream()
                .map(each -> new Renewal(
                        each.expiredOn().toString(), each.expiresOn().toString(), Figures.dateTime(each.at())))
                .toList();
    }

    private String list(Stood stood) {
        if (stoppedByDeath() && stood.equals(card.now())) {
            return say(CardText.LISTED_BY_DEATH);
        }
        if (stood.listVersion() == 0) {
            return say(CardText.NOT_LISTED);
        }
        return words.say(stood.listed() ? CardText.LISTED : CardText.OFF_LIST, Figures.count(stood.listVersion()));
    }
}
