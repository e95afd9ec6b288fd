package cn.suinian.gateway.console.holder.word;

import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them: {@code 1950-06-01}, {@code 1950/6/1}, {@code 1950年6月1日} or {@code 19500601}. */
public final class Dates {

    private static final Pattern APART = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern TOGETHER = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    private Dates() {}

    /** The date of a field; empty when there is none, or it is none. */
    public static Optional<LocalDate> find(Typed typed, String field) {
        return typed.find(field).flatMap(Dates::parse);
    }

    /** A problem at each of these fields that holds something else than a date. */
    public static Problems check(Typed typed, String... fields) {
        Problems problems = Problems.NONE;
        for (String field : fields) {
            if (typed.find(field).isPresent() && find(typed, field).isEmpty()) {
                problems = problems.and(field, WordText.DATE_WRONG);
            }
        }
        return problems;
    }

    private static Optional<LocalDate> parse(String text) {
        Matcher apart = APART.matcher(text);
        Matcher together = TOGETHER.matcher(text);
        Matcher parts = apart.matches() ? apart : together;
        if (!apart.matches() && !together.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
