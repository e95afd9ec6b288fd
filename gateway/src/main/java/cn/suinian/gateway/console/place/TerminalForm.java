package cn.suinian.gateway.console.place;

import cn.suinian.core.registry.PlaceKind;
import cn.suinian.core.registry.TerminalEntry;
import cn.suinian.core.registry.TerminalEntry.Position;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form for a new terminal or a known one.
 *
 * @param number of the known one; empty: a new one
 * @param version of its row
 */
public record TerminalForm(FormView form, Vendors vendors, List<PlaceKind> places, String number, int version) {

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(PlaceText phrase) {
        return frame().say(phrase);
    }

    /** Every vendor. */
    public List<Option> vendorOptions() {
        return vendors.options();
    }

    /** Every service. */
    public List<Option> services() {
        return Arrays.stream(Service.values())
                .map(service -> new Option(service.name(), Names.service(service.code(), frame().language())))
                .toList();
    }

    /** Every kind of place. */
    public List<Option> placeOptions() {
        return places.stream()
                .map(kind -> new Option(kind.code(), frame().language() == Language.ZH ? kind.zh() : kind.en()))
                .toList();
    }

    /** What the form of a known terminal holds at first. */
    static Typed typed(TerminalEntry terminal) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("vendor", List.of(Integer.toString(terminal.vendorId())));
        values.put("services", terminal.services().stream().map(Enum::name).toList());
        values.put("placeKind", List.of(terminal.placeKind() == null ? "" : terminal.placeKind()));
        Position position = terminal.position();
        if (position != null) {
            values.put(Degrees.LATITUDE, List.of(Degrees.text(position.latE6())));
            values.put(Degrees.LONGITUDE, List.of(Degrees.text(position.lonE6())));
        }
        return Typed.ofLists(values);
    }

    /** What was typed, as core takes it. */
    static TerminalEntry entry(Typed typed, long id, int version) {
        long vendor = Typed.wholeNumber(typed.text("vendor"));
        return new TerminalEntry(
                id,
                version,
                vendor > Integer.MAX_VALUE ? -1 : (int) vendor,
                typed.choices("services", Service.class),
                typed.find("placeKind").orElse(null),
                Degrees.of(typed));
    }
}
