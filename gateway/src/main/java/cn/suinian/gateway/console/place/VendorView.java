package cn.suinian.gateway.console.place;

import cn.suinian.core.registry.Fleet;
import cn.suinian.core.registry.VendorEntry;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vendors: a page of them, one of them, or the form for one.
 *
 * @param fleet of the one that is shown; null: none is
 * @param first the first page; null: this is it
 * @param older the next page; null: there is none
 */
public record VendorView(
        FormView form,
        List<VendorEntry> vendors,
        @Nullable Fleet fleet,
        @Nullable String first,
        @Nullable String older) {

    /** One vendor. */
    public record Row(int id, String code, String name, String kind) {}

    /** A page about it. */
    public record Place(String path, String name) {}

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
        return frame().visitor().may(Permission.TERMINAL_MANAGE);
    }

    /** Whether the reader may see what speaks about it before it is paid. */
    public boolean looks() {
        return frame().visitor().may(Permission.LENS_VIEW);
    }

    /** Where its statements and breaks are, and what it is owed; none: the reader may not see them. */
    public List<Place> settlement() {
        if (!frame().visitor().may(Permission.RECONCILE_VIEW)) {
            return List.of();
        }
        int id = vendor().id();
        return List.of(
                place("/reconciliation", "vendor", id, PlaceText.SHOW_DAY),
                place("/reconciliation/statements", "vendor", id, PlaceText.SHOW_STATEMENTS),
                place("/reconciliation/breaks", "vendor", id, PlaceText.SHOW_BREAKS),
                place("/reconciliation/formats", "vendor", id, PlaceText.SHOW_FORMAT),
                place("/account-statements", "vendor", vendor().code(), PlaceText.SHOW_ACCOUNT));
    }

    private Place place(String path, String field, Object value, PlaceText name) {
        return new Place(new Address(path).with(field, value).toString(), say(name));
    }

    /** Every kind. */
    public List<Option> kinds() {
        return Vendors.kinds(frame().language());
    }

    /** The one that is shown. */
    public VendorEntry vendor() {
        return vendors.get(0);
    }

    /** Every vendor of this page. */
    public List<Row> rows() {
        return vendors.stream()
                .map(vendor -> new Row(
                        vendor.id(),
                        vendor.code(),
                        Vendors.name(vendor, frame().language()),
                        Vendors.name(vendor.kind(), frame().language())))
                .toList();
    }

    /** What is known of the one that is shown. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(PlaceText.CODE), vendor().code());
        facts.put(say(PlaceText.NAME), vendor().name());
        facts.put(say(PlaceText.NAME_EN), vendor().nameEn() == null ? "–" : vendor().nameEn());
        facts.put(say(PlaceText.KIND), Vendors.name(vendor().kind(), frame().language()));
        if (fleet != null) {
            facts.put(
                    say(PlaceText.FLEET),
                    frame().say(
                                    PlaceText.FLEET_LINE,
                                    Figures.count(fleet.terminals()),
                                    Figures.count(fleet.suspended())));
        }
        return facts;
    }
}
