package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.Card;
import cn.suinian.core.holder.Attestation;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A person as the reference knows them: everything that ever happened, in plain lists. */
final class ReferencePerson {

    /** Half of a metro journey. */
    record Half(boolean entry, long second, long terminal, long seq) {}

    /** What was told of a tap. */
    record Told(Tap tap, Answer answer) {}

    /** Something used on a day: a visit of this kind of place, or fen of the voucher. */
    record Use(String what, LocalDate day, int fen) {}

    final TreeSet<Long> usedCounters = new TreeSet<>();
    final TreeSet<LocalDate> lunches = new TreeSet<>();
    final List<Use> uses = new ArrayList<>();
    final Map<TapKey, Told> told = new HashMap<>();
    int liveCard;

    @Nullable
    Half waiting;

    private List<Card> cards = List.of();
    private @Nullable Holder holder;

    ReferencePerson copy() {
        ReferencePerson copy = new ReferencePerson();
        copy.usedCounters.addAll(usedCounters);
        copy.lunches.addAll(lunches);
        copy.uses.addAll(uses);
        copy.told.putAll(told);
        copy.liveCard = liveCard;
        copy.waiting = waiting;
        copy.cards = cards;
        copy.holder = holder;
        return copy;
    }

    void become(Holder now, List<Card> cardsNow, int liveCardNow) {
        holder = now;
        cards = cardsNow;
        if (liveCardNow != liveCard) {
            liveCard = liveCardNow;
            usedCounters.clear();
            usedCounters.add(0L);
        }
    }

    Card card(int serial) {
        return cards.stream()
                .filter(card -> card.serial() == serial)
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    LocalDate diedOn() {
        return holder().deceasedOn();
    }

    int ageOn(LocalDate day) {
        return java.time.Period.between(holder().bornOn(), day).getYears();
    }

    @Nullable
    District hukouOn(LocalDate day) {
        List<District> valid = valid(holder().hukou(), day);
        return valid.isEmpty() ? null : valid.get(0);
    }

    boolean isOn(LocalDate day, Category category) {
        return valid(holder().categories(), day).contains(category);
    }

    List<Category> categoriesOn(LocalDate day) {
        return valid(holder().categories(), day);
    }

    boolean attested(String kind, Instant moment) {
        for (Attestation each : holder().attestations()) {
            boolean holds = each.from().compareTo(moment) <= 0 && each.until().compareTo(moment) > 0;
            if (each.kind().equals(kind) && holds) {
                return true;
            }
        }
        return false;
    }

    int lunchesInTheWeekOf(LocalDate day) {
        LocalDate monday = mondayOf(day);
        return lunches.subSet(monday, monday.plusDays(7)).size();
    }

    /** What was used on the days that this says. */
    List<Use> used(String what, Predicate<LocalDate> when) {
        return uses.stream()
                .filter(use -> use.what().equals(what) && when.test(use.day()))
                .toList();
    }

    static LocalDate mondayOf(LocalDate day) {
        LocalDate monday = day;
        while (monday.getDayOfWeek().getValue() != 1) {
            monday = monday.minusDays(1);
        }
        return monday;
    }

    private static <T> List<T> valid(List<Period<T>> periods, LocalDate day) {
        List<T> valid = new ArrayList<>();
        for (Period<T> period : periods) {
            LocalDate end = period.to();
            boolean begun = period.from().compareTo(day) <= 0;
            boolean over = end != null && end.compareTo(day) <= 0;
            if (begun && !over) {
                valid.add(period.what());
            }
        }
        return valid;
    }

    private Holder holder() {
        if (holder == null) {
            throw new AssertionError("the reference never heard of this person");
        }
        return holder;
    }
}
