package cn.suinian.gateway.console.audit;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.audit.AuditWords;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.form.Codes;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says in the reader's language; what has no words stays as it was recorded.
 *
 * @param vendors code and name of each vendor by its number, as they are now
 */
record EntryWords(Language language, Map<String, String> vendors) {

    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z");
    private static final Pattern FEN = Pattern.compile("-?[0-9]{1,15}");
    private static final String COUNTER = "COUNTER ";

    /** The act. */
    String act(String code) {
        return Codes.of(ActText.class, code, language);
    }

    /** To what it was done, with its number; empty: to nothing in particular. */
    String subject(AuditRow row) {
        String kind = row.subjectKind();
        String subject = row.maskedSubject();
        if (kind == null || subject == null) {
            return "";
        }
        String number = SubjectText.VENDOR.name().equals(kind) ? vendor(subject) : subject;
        return Codes.of(SubjectText.class, kind, language) + " " + number;
    }

    /** Why; whatever somebody wrote stays as it is. */
    String reason(@Nullable String reason) {
        return reason == null ? "" : Codes.of(CauseText.class, reason, language);
    }

    /** What a value is called. */
    String name(String field) {
        String constant = field.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        return Codes.find(FieldText.class, constant, language).orElse(field);
    }

    /** What a value means. Codes are told apart by what they are recorded under: words that somebody wrote are none. */
    String value(String field, String value) {
        return switch (field) {
            case "district", "hukou" -> district(value).orElse(value);
            case "category" -> category(value).orElse(value);
            case "roles" -> each(value, this::role);
            case "services" -> each(value, this::code);
            case "place" -> place(value);
            case "act", "deed" -> code(act(value));
            case "subjectKind" -> Codes.of(SubjectText.class, value, language);
            case "why" -> code(reason(value));
            case "consent", "status", "state", "kind", "step", "person", "what", "part" -> code(value);
            case "vendor" -> vendor(code(value));
            case "hukouToo", "agreed" -> code(value.toUpperCase(Locale.ROOT));
            case "fen", "mostFen", "mostDayFen" -> yuan(value);
            default -> time(value).orElse(value);
        };
    }

    /** Shenzhen's time with its offset, to the second. */
    static Optional<String> time(String value) {
        return INSTANT.matcher(value).matches()
                ? Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.parse(value).atZone(Figures.ZONE)))
                : Optional.empty();
    }

    /** The same entry for people who read it in a spreadsheet. */
    AuditWords of(AuditRow row) {
        return new AuditWords(
                act(row.act()),
                subject(row),
                lines(row.maskedBefore()),
                lines(row.maskedAfter()),
                reason(row.reason()));
    }

    private String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> name(each.getKey()) + "=" + value(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String code(String value) {
        return Codes.of(ValueText.class, value, language);
    }

    private String vendor(String number) {
        String known = vendors.get(number);
        return known == null ? number : number + " · " + known;
    }

    private String place(String value) {
        return value.startsWith(COUNTER) ? name("counter") + " " + value.substring(COUNTER.length()) : code(value);
    }

    private Optional<String> district(String value) {
        return Arrays.stream(District.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .map(each -> Words.of(each, language));
    }

    private Optional<String> category(String value) {
        return Arrays.stream(Category.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .map(each -> Words.of(each).in(language));
    }

    private String role(String value) {
        return Arrays.stream(Role.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .map(each -> language == Language.ZH ? each.zh() : each.en())
                .orElse(value);
    }

    private String each(String value, UnaryOperator<String> words) {
        String between = language == Language.ZH ? "、" : ", ";
        return Arrays.stream(value.split(" ")).map(words).collect(Collectors.joining(between));
    }

    private String yuan(String value) {
        if (!FEN.matcher(value).matches()) {
            return value;
        }
        return AuditText.YUAN.in(language, Figures.yuan(Long.parseLong(value)));
    }
}
