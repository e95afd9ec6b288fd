package cn.suinian.gateway.console.audit;

import cn.suinian.core.audit.AuditQuery;
import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.refusal.PersonalNumber;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches the trail for, as they typed it.
 *
 * @param typed the fields of the form
 * @param like the entry whose subject is wanted; null: none
 */
record AuditSearch(Typed typed, @Nullable AuditRow like) {

    /** In the order in which the form has them; {@code act} is the number of the form itself. */
    static final List<String> FIELDS = List.of("from", "until", "actor", "deed", "kind", "subject", "text", "same");

    private static final int LONGEST_SUBJECT = 40;

    /** The database knows years that Java does not, and the other way round; the trail has neither. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;
    private static final Pattern ACT = Pattern.compile("[A-Z][A-Z0-9_]{0,47}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{0,40}");
    private static final Pattern TERMINAL = Pattern.compile("[0-9]{12}");

    /** What is wrong with it. */
    Problems problems() {
        Problems problems = Problems.NONE;
        for (String name : List.of("from", "until")) {
            if (typed.find(name).isPresent() && day(name) == null) {
                problems = problems.and(name, AuditText.DATE_WRONG);
            }
        }
        LocalDate from = day("from");
        LocalDate until = day("until");
        if (from != null && until != null && until.isBefore(from)) {
            problems = problems.and("until", AuditText.UNTIL_BEFORE_FROM);
        }
        if (typed.find("subject").isPresent() && kind() == null) {
            problems = problems.and("kind", AuditText.KIND_WANTED);
        }
        if (typed.text("subject").length() > LONGEST_SUBJECT) {
            problems = problems.and("subject", AuditText.SUBJECT_TOO_LONG);
        }
        return problems;
    }

    /** As core wants it; what is wrong with it is left out. */
    AuditQuery query() {
        LocalDate from = day("from");
        LocalDate until = day("until");
        return new AuditQuery(
                from == null ? null : start(from),
                until == null ? null : start(until.plusDays(1)),
                typed.find("actor").orElse(null),
                act(),
                like == null ? kind() : like.subjectKind(),
                like == null ? typed.find("subject").orElse(null) : like.subject(),
                typed.find("text").orElse(null));
    }

    /** The address under which it can be asked for again; empty: it holds what belongs into no address. */
    Optional<Address> address() {
        boolean codes = typed.find("text").isEmpty() && addressable("actor") && addressable("subject");
        if (!codes || (isCard() && typed.find("subject").isPresent())) {
            return Optional.empty();
        }
        Address address = new Address("/audit");
        for (String name : FIELDS) {
            address = address.with(name, typed.text(name));
        }
        return Optional.of(address);
    }

    /** A document, a phone or a card is in no address, whatever field it was typed into and however it is written. */
    private boolean addressable(String name) {
        String text = typed.text(name);
        boolean terminal = "TERMINAL".equals(kind()) && TERMINAL.matcher(text).matches();
        return CODE.matcher(text).matches() && (terminal || isTap(text) || !PersonalNumber.in(text));
    }

    private boolean isTap(String text) {
        return "TAP".equals(kind()) && TapId.parse(text).isPresent();
    }

    private boolean isCard() {
        return "CARD".equals(kind()) || "CARD_STOCK".equals(kind());
    }

    private @Nullable String act() {
        return typed.find("deed").filter(act -> ACT.matcher(act).matches()).orElse(null);
    }

    private @Nullable String kind() {
        return typed.find("kind").filter(kind -> ACT.matcher(kind).matches()).orElse(null);
    }

    private @Nullable LocalDate day(String name) {
        try {
            return typed.find(name)
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
                    .orElse(null);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Figures.ZONE).toInstant();
    }
}
