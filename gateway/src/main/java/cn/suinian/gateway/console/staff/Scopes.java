package cn.suinian.gateway.console.staff;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whom somebody works for, as one choice: the city, a district, or a counter of one. */
record Scopes(List<Counter> counters, Language language) {

    static final String FIELD = "scope";
    private static final String CITY = "CITY";
    private static final Set<String> FIELDS_OF_CORE = Set.of("district", "counter");

    interface Act<T> {
        T with(Scope scope) throws Exception;
    }

    /** Everything there is to choose. */
    List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(new Option(CITY, name(Scope.CITY)));
        for (District district : District.values()) {
            options.add(option(new Scope(district, null)));
            counters.stream()
                    .filter(counter -> counter.district() == district)
                    .map(counter -> option(new Scope(district, counter.counterId())))
                    .forEach(options::add);
        }
        return options;
    }

    /** As a reader sees it. */
    String name(Scope scope) {
        District district = scope.district();
        if (district == null) {
            return StaffText.WHOLE_CITY.in(language);
        }
        String there = Names.payer(district.code(), language);
        Integer counterId = scope.counterId();
        if (counterId == null) {
            return StaffText.ALL_OF_DISTRICT.in(language, there);
        }
        return there + " · "
                + counters.stream()
                        .filter(counter -> counter.counterId() == counterId)
                        .map(Counter::name)
                        .findFirst()
                        .orElse(counterId.toString());
    }

    /** What the form holds for it. */
    static String value(Scope scope) {
        District district = scope.district();
        if (district == null) {
            return CITY;
        }
        return scope.counterId() == null ? district.name() : district.name() + ":" + scope.counterId();
    }

    /** Does something with the one that was chosen; what core says against it stands at this field. */
    <T> T apply(Typed typed, Act<T> act) throws Exception {
        try {
            return act.with(chosen(typed.text(FIELD)));
        } catch (RefusedException refused) {
            String field = refused.field();
            if (field != null && FIELDS_OF_CORE.contains(field)) {
                throw new RefusedException(refused.refusal(), FIELD);
            }
            throw refused;
        }
    }

    private Scope chosen(String value) {
        List<Scope> known = new ArrayList<>(List.of(Scope.CITY));
        for (District district : District.values()) {
            known.add(new Scope(district, null));
        }
        counters.forEach(counter -> known.add(new Scope(counter.district(), counter.counterId())));
        return known.stream()
                .filter(scope -> value(scope).equals(value))
                .findFirst()
                .orElseGet(() -> {
                    Problems.NONE.and(FIELD, StaffText.SCOPE_MISSING).stopIfAny();
                    throw new IllegalStateException("a problem stops");
                });
    }

    private Option option(Scope scope) {
        return new Option(value(scope), name(scope));
    }
}
