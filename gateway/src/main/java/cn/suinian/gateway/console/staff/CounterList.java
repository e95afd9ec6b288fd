package cn.suinian.gateway.console.staff;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.today.Names;
import java.util.Arrays;
import java.util.List;

/** Counters, and the choices of their form. */
public record CounterList(FormView form, List<Counter> counters) {

    /** One counter. */
    public record Row(String name, String district, String kind) {}

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(StaffText phrase) {
        return frame().say(phrase);
    }

    /** Every district. */
    public List<Option> districts() {
        return Arrays.stream(District.values())
                .map(district -> new Option(district.name(), name(district)))
                .toList();
    }

    /** Every kind. */
    public List<Option> kinds() {
        return Arrays.stream(Counter.Kind.values())
                .map(kind -> new Option(kind.name(), say(text(kind))))
                .toList();
    }

    /** Every counter of the list. */
    public List<Row> rows() {
        return counters.stream()
                .map(counter -> new Row(counter.name(), name(counter.district()), say(text(counter.kind()))))
                .toList();
    }

    private String name(District district) {
        return Names.payer(district.code(), frame().language());
    }

    private static StaffText text(Counter.Kind kind) {
        return switch (kind) {
            case BANK_BRANCH -> StaffText.BANK_BRANCH;
            case COMMUNITY_DESK -> StaffText.COMMUNITY_DESK;
        };
    }
}
