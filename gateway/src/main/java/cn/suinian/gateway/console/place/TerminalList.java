package cn.suinian.gateway.console.place;

import cn.suinian.core.registry.TerminalSeen;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.today.Names;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of terminals.
 *
 * @param form holds what is filtered by
 * @param first the first page; null: this is it
 * @param older the next page; null: there is none
 */
public record TerminalList(
        FormView form,
        List<TerminalSeen> terminals,
        Vendors vendors,
        @Nullable String first,
        @Nullable String older) {

    private static final List<String> FILTERS = List.of("vendor", "status", "service", "list", "silent");

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(PlaceText phrase) {
        return frame().say(phrase);
    }

    /** Whether the reader may change anything. */
    public boolean manages() {
        return frame().visitor().may(cn.suinian.core.staff.Permission.TERMINAL_MANAGE);
    }

    /** Whether anything is filtered by. */
    public boolean filtered() {
        return FILTERS.stream().anyMatch(name -> !form.value(name).isEmpty());
    }

    /** Every vendor. */
    public List<Option> vendorOptions() {
        return vendors.options();
    }

    /** Both states. */
    public List<Option> states() {
        return List.of(new Option("ACTIVE", say(PlaceText.ACTIVE)), new Option("SUSPENDED", say(PlaceText.SUSPENDED)));
    }

    /** Every service. */
    public List<Option> services() {
        return Arrays.stream(Service.values())
                .map(service -> new Option(service.name(), Names.service(service.code(), frame().language())))
                .toList();
    }

    /** What there is to ask of the list held. */
    public List<Option> lists() {
        return List.of(new Option("STALE", say(PlaceText.STALE_ONLY)));
    }

    /** Every terminal of this page. */
    public List<TerminalView> rows() {
        return terminals.stream()
                .map(terminal -> new TerminalView(
                        frame(), terminal, vendors.name(terminal.terminal().vendorId()), List.of()))
                .toList();
    }
}
