package cn.suinian.gateway.console.card;

import cn.suinian.core.account.Usage;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.office.Carried;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.holder.District;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the pages of cards put things, in the language of one of them. */
record CardWords(Frame frame) {

    String say(CardText text, Object... values) {
        return values.length == 0 ? frame.say(text) : frame.say(text, values);
    }

    static String masked(int serial) {
        return new CardNumber(serial).masked();
    }

    String holder(Whose whose) {
        return whose.person() == null
                ? say(CardText.HOLDER_NUMBERED, whose.holderId())
                : whose.person().person().name();
    }

    String status(CardStatus status) {
        return say(
                switch (status) {
                    case ISSUED -> CardText.ISSUED;
                    case ACTIVE -> CardText.ACTIVE;
                    case LOST -> CardText.LOST;
                    case REPLACED -> CardText.REPLACED;
                    case CANCELLED -> CardText.CANCELLED;
                });
    }

    /** What it is now, whatever its row says: a death stops it. */
    String status(Whose whose, CardState card) {
        return whose.stops(card) ? say(CardText.STOPPED_BY_DEATH) : status(card.status());
    }

    static String tone(CardStatus status) {
        return switch (status) {
            case ISSUED -> "wait";
            case ACTIVE -> "good";
            case LOST -> "bad";
            case REPLACED, CANCELLED -> "over";
        };
    }

    String cause(ReplaceCause cause) {
        return say(
                switch (cause) {
                    case LOST -> CardText.WHY_LOST;
                    case DAMAGED -> CardText.WHY_DAMAGED;
                    case EXPIRED -> CardText.WHY_EXPIRED;
                });
    }

    /** Whose card it is, which one, how it stands and until when it is good: the head of every page of a card. */
    Map<String, String> facts(Whose whose, CardState card) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(CardText.HOLDER), holder(whose));
        facts.put(say(CardText.NUMBER), masked(card.serial()));
        facts.put(say(CardText.STATUS), status(whose, card));
        facts.put(say(CardText.SINCE), Figures.dateTime(card.since()));
        facts.put(say(CardText.EXPIRES), card.expiresOn().toString());
        return facts;
    }

    /** Advice, and which district does all but stop a lost card; without that where nobody says which. */
    String advice(CardText advice, String hotline, @Nullable District servedBy) {
        String said = say(advice, hotline);
        if (servedBy == null) {
            return said;
        }
        String where = say(CardText.ALL_ELSE_AT, Words.of(servedBy, frame.language()));
        return frame.language() == Language.ZH ? said + where : said + " " + where;
    }

    /** What a card opens for this person; the reader has the last word at every tap. */
    List<String> goodFor(Whose whose) {
        List<String> good = new ArrayList<>();
        good.add(say(CardText.GOOD_TRANSIT));
        if (whose.hukou()) {
            good.add(say(CardText.GOOD_LUNCH));
        }
        if (whose.hukou() && whose.atLeast(ALLOWANCE_AGE)) {
            good.add(say(CardText.GOOD_ALLOWANCE));
        }
        good.add(say(CardText.GOOD_VENUES));
        return good;
    }

    /** From 70 on, by the city's rules of 2026. */
    private static final int ALLOWANCE_AGE = 70;

    /** What the person has used by now, whichever card it was with. */
    List<String> moved(Carried carried) {
        List<String> moved = new ArrayList<>();
        moved.add(say(carried.lunchToday() ? CardText.MOVED_LUNCH_YES : CardText.MOVED_LUNCH_NO));
        moved.add(say(CardText.MOVED_WEEK, carried.lunchesThisWeek()));
        for (Carried.Used used : carried.used()) {
            String name = frame.language() == Language.ZH ? used.zh() : used.en();
            moved.add(
                    used.fen()
                            ? say(CardText.USED_YUAN, name, period(used.period()), Figures.yuan(used.amount()))
                            : say(CardText.USED_TIMES, name, period(used.period()), used.amount()));
        }
        if (carried.halfJourney()) {
            moved.add(say(CardText.MOVED_JOURNEY));
        }
        return moved;
    }

    private String period(Usage.Period period) {
        return say(
                switch (period) {
                    case DAY -> CardText.DAY;
                    case WEEK -> CardText.WEEK;
                    case MONTH -> CardText.MONTH;
                    case YEAR -> CardText.YEAR;
                });
    }
}
