package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.core.money.Fen;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Order;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter of breaks as it stands in an address, and back.
 *
 * @param typed the fields of the form
 * @param problems what of it cannot be read; with any of them nothing is listed and nothing done
 */
record FilterForm(Typed typed, BreakFilter filter, Order order, Problems problems) {
    static final String LIST = "/reconciliation/breaks";
    static final String DONE = "DONE";
    static final String ALL = "ALL";
    static final String ME = "me";
    static final String NOBODY = "nobody";

    private static final List<String> FIELDS =
            List.of("vendor", "service", "kind", "state", "from", "to", "age", "least", "most", "mine", "order");
    private static final Set<BreakStatus> RESOLVED =
            EnumSet.of(BreakStatus.ACCEPTED, BreakStatus.ADJUSTED, BreakStatus.REJECTED, BreakStatus.LINKED);

    static FilterForm of(Visit visit) {
        Map<String, String> asked = new LinkedHashMap<>();
        FIELDS.forEach(name -> asked.put(name, visit.query(name).orElse("")));
        Typed typed = Typed.of(asked);
        Problems problems = Problems.NONE;
        for (String name : List.of("from", "to")) {
            problems = wrong(problems, typed, name, Words.day(typed.text(name)).isEmpty(), BreakText.FILTER_DAY);
        }
        if (isBackwards(typed)) {
            problems = problems.and("to", ReconcileText.RANGE_BACKWARDS);
        }
        problems = wrong(problems, typed, "age", number(typed, "age") == null, BreakText.FILTER_AGE);
        for (String name : List.of("least", "most")) {
            problems = wrong(problems, typed, name, Words.fen(typed.text(name)).isEmpty(), BreakText.FILTER_MONEY);
        }
        problems = problems.and(wrongChoices(typed));
        BreakFilter filter = new BreakFilter(
                number(typed, "vendor"),
                Words.day(typed.text("from")).orElse(null),
                Words.day(typed.text("to")).orElse(null),
                chosen(typed.text("kind"), BreakKind.class),
                statuses(typed.text("state")),
                fen(typed, "least"),
                fen(typed, "most"),
                number(typed, "age"),
                assignee(typed.text("mine"), visit.session().staffId()),
                typed.choice("service", Service.class).orElse(null));
        return new FilterForm(typed, filter, typed.choice("order", Order.class).orElse(Order.NEWEST), problems);
    }

    private static boolean isBackwards(Typed typed) {
        Optional<LocalDate> from = Words.day(typed.text("from"));
        Optional<LocalDate> to = Words.day(typed.text("to"));
        return from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
    }

    private static Problems wrongChoices(Typed typed) {
        String state = typed.text("state");
        boolean stated = state.equals(ALL) || state.equals(DONE) || allOf(state, BreakStatus.class);
        String mine = typed.text("mine");
        boolean whose = mine.equals(ME) || mine.equals(NOBODY) || Typed.wholeNumber(mine) >= 1;
        boolean noService = typed.choice("service", Service.class).isEmpty();
        Problems problems =
                wrong(Problems.NONE, typed, "vendor", number(typed, "vendor") == null, BreakText.FILTER_CHOICE);
        problems = wrong(problems, typed, "kind", !allOf(typed.text("kind"), BreakKind.class), BreakText.FILTER_CHOICE);
        problems = wrong(problems, typed, "service", noService, BreakText.FILTER_CHOICE);
        problems = wrong(problems, typed, "state", !stated, BreakText.FILTER_CHOICE);
        return wrong(problems, typed, "mine", !whose, BreakText.FILTER_CHOICE);
    }

    private static Problems wrong(Problems problems, Typed typed, String name, boolean unreadable, BreakText how) {
        return unreadable && typed.find(name).isPresent() ? problems.and(name, how) : problems;
    }

    private static <E extends Enum<E>> boolean allOf(String names, Class<E> kind) {
        return chosen(names, kind).size() == names.split(",", -1).length;
    }

    /** The address of the list with this filter. */
    Address address() {
        return address(LIST);
    }

    /** The address of something else about what fits this filter. */
    Address address(String path) {
        Address address = new Address(path);
        for (String name : FIELDS) {
            address = address.with(name, typed.text(name));
        }
        return address;
    }

    /** Whether anything was asked for. */
    boolean filtered() {
        return FIELDS.stream().anyMatch(name -> typed.find(name).isPresent());
    }

    /** The address of a filter that somebody kept. */
    static Address address(BreakFilter kept, long me) {
        return new Address(LIST)
                .with("vendor", kept.vendorId())
                .with("service", kept.service() == null ? null : kept.service().name())
                .with("kind", names(kept.kinds()))
                .with("state", state(kept.statuses()))
                .with("from", kept.from())
                .with("to", kept.to())
                .with("age", kept.leastAgeDays())
                .with("least", kept.leastFen() == null ? null : Fen.yuan(kept.leastFen()))
                .with("most", kept.mostFen() == null ? null : Fen.yuan(kept.mostFen()))
                .with("mine", whose(kept.assignee(), me));
    }

    private static String names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String state(Set<BreakStatus> statuses) {
        if (statuses.isEmpty()) {
            return ALL;
        }
        if (statuses.equals(BreakFilter.OPEN.statuses())) {
            return "";
        }
        return statuses.equals(RESOLVED) ? DONE : names(statuses);
    }

    private static Set<BreakStatus> statuses(String state) {
        return switch (state) {
            case ALL -> Set.of();
            case DONE -> RESOLVED;
            default -> {
                Set<BreakStatus> chosen = chosen(state, BreakStatus.class);
                yield chosen.isEmpty() ? BreakFilter.OPEN.statuses() : chosen;
            }
        };
    }

    private static <E extends Enum<E>> Set<E> chosen(String names, Class<E> kind) {
        Set<String> asked =
                Set.copyOf(List.of(names.split(",", -1)).stream().distinct().toList());
        Set<E> chosen = EnumSet.noneOf(kind);
        for (E each : kind.getEnumConstants()) {
            if (asked.contains(each.name())) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private static @Nullable Long assignee(String whose, long me) {
        if (whose.equals(ME)) {
            return me;
        }
        if (whose.equals(NOBODY)) {
            return 0L;
        }
        long number = Typed.wholeNumber(whose);
        return number < 1 ? null : Long.valueOf(number);
    }

    private static @Nullable String whose(@Nullable Long assignee, long me) {
        if (assignee == null) {
            return null;
        }
        if (assignee == 0) {
            return NOBODY;
        }
        return assignee == me ? ME : assignee.toString();
    }

    private static @Nullable Integer number(Typed typed, String name) {
        int number = Words.small(Typed.wholeNumber(typed.text(name)));
        return number < 0 ? null : Integer.valueOf(number);
    }

    private static @Nullable Long fen(Typed typed, String name) {
        OptionalLong fen = Words.fen(typed.text(name));
        return fen.isPresent() ? Long.valueOf(fen.getAsLong()) : null;
    }
}
