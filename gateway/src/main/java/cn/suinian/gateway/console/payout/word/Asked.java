package cn.suinian.gateway.console.payout.word;

import cn.suinian.core.money.Payer;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.route.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page is asked for: by what was typed into its form, else by its address. Gathers what is wrong with it. */
public final class Asked {

    private static final int MOST_PAYER = 11;

    private final Typed typed;
    private Problems problems = Problems.NONE;

    private Asked(Typed typed) {
        this.typed = typed;
    }

    /** These fields of a visit. */
    public static Asked of(Visit visit, List<String> names) {
        if (!visit.typed().all().isEmpty()) {
            return new Asked(visit.typed());
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String name : names) {
            visit.query(name).ifPresent(value -> query.put(name, value));
        }
        return new Asked(Typed.of(query));
    }

    /** What the fields of the form hold. */
    public Typed typed() {
        return typed;
    }

    /** What is wrong with what was read so far. */
    public Problems problems() {
        return problems;
    }

    /** A field as it is; empty: nothing. */
    public String text(String name) {
        return typed.text(name);
    }

    /** A date; null: none was given, or something else, which is a problem then. */
    public @Nullable LocalDate day(String name) {
        String text = typed.text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException malformed) {
            // It is told below, as a year that no day of ours has.
        }
        problems = problems.and(name, WordText.DAY_WRONG);
        return null;
    }

    /** A payer by its code. */
    public Optional<Payer> payer(String name) {
        String text = typed.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long code = Typed.wholeNumber(text);
        if (code < 1 || code > MOST_PAYER) {
            problems = problems.and(name, WordText.PAYER_WRONG);
            return Optional.empty();
        }
        return Optional.of(new Payer((int) code));
    }

    /** One of several. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> kind) {
        Optional<E> chosen = typed.choice(name, kind);
        if (chosen.isEmpty() && !typed.text(name).isEmpty()) {
            problems = problems.and(name, WordText.CHOICE_WRONG);
        }
        return chosen;
    }

    /** A number of ours; 0: none was given, or something else, which is a problem then. */
    public long number(String name) {
        String text = typed.text(name);
        long number = text.isEmpty() ? 0 : Typed.wholeNumber(text);
        if (number < 0) {
            problems = problems.and(name, WordText.NUMBER_WRONG);
            return 0;
        }
        return number;
    }
}
