package cn.suinian.gateway.console.place;

import cn.suinian.core.registry.VendorEntry;
import cn.suinian.core.registry.VendorKind;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.form.NaturalOrder;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Language;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Every vendor, as choices of a form. A city has some hundreds. */
record Vendors(List<VendorEntry> all, Language language) {

    private static final int PAGE = 200;

    static Vendors of(VendorRegister register, Actor actor, Language language) throws SQLException {
        List<VendorEntry> all = new ArrayList<>();
        String after = null;
        List<VendorEntry> page;
        do {
            page = register.list(actor, after, PAGE);
            all.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).code();
        } while (page.size() == PAGE);
        return new Vendors(all, language);
    }

    List<Option> options() {
        return all.stream()
                .sorted(Comparator.comparing(VendorEntry::code, NaturalOrder.BY_NUMBERS))
                .map(vendor -> new Option(Integer.toString(vendor.id()), vendor.code() + " · " + name(vendor)))
                .toList();
    }

    String name(VendorEntry vendor) {
        return name(vendor, language);
    }

    String name(int vendorId) {
        return all.stream()
                .filter(vendor -> vendor.id() == vendorId)
                .map(this::name)
                .findFirst()
                .orElse("");
    }

    static String name(VendorEntry vendor, Language language) {
        String english = vendor.nameEn();
        return language == Language.EN && english != null ? english : vendor.name();
    }

    static String name(VendorKind kind, Language language) {
        return language == Language.ZH ? kind.zh() : kind.en();
    }

    static List<Option> kinds(Language language) {
        return Arrays.stream(VendorKind.values())
                .map(kind -> new Option(kind.name(), name(kind, language)))
                .toList();
    }
}
