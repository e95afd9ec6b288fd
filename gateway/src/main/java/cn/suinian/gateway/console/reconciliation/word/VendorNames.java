package cn.suinian.gateway.console.reconciliation.word;

import cn.suinian.core.registry.VendorEntry;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.form.NaturalOrder;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Language;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every vendor by its number. A city has some hundreds. */
public record VendorNames(Map<Integer, VendorEntry> all, Language language) {
    private static final int PAGE = 200;

    /** As the register has them now. */
    public static VendorNames of(VendorRegister register, Actor actor, Language language) throws SQLException {
        Map<Integer, VendorEntry> all = new LinkedHashMap<>();
        String after = null;
        List<VendorEntry> page;
        do {
            page = register.list(actor, after, PAGE);
            page.forEach(each -> all.put(each.id(), each));
            after = page.isEmpty() ? null : page.get(page.size() - 1).code();
        } while (page.size() == PAGE);
        return new VendorNames(all, language);
    }

    /** Its name in the reader's language; a number that is nobody's stays a number. */
    public String name(int vendorId) {
        VendorEntry vendor = all.get(vendorId);
        if (vendor == null) {
            return Integer.toString(vendorId);
        }
        String english = vendor.nameEn();
        return language == Language.EN && english != null ? english : vendor.name();
    }

    /** Its code. */
    public String code(int vendorId) {
        VendorEntry vendor = all.get(vendorId);
        return vendor == null ? "" : vendor.code();
    }

    /** Code and name; a number that is nobody's stays a number. */
    public String label(int vendorId) {
        return has(vendorId) ? code(vendorId) + " · " + name(vendorId) : Integer.toString(vendorId);
    }

    /** Whether there is one. */
    public boolean has(int vendorId) {
        return all.containsKey(vendorId);
    }

    /** As choices of a form, in the order of the numbers in their codes. */
    public List<Option> options() {
        return all.values().stream()
                .sorted(Comparator.comparing(VendorEntry::code, NaturalOrder.BY_NUMBERS))
                .map(vendor -> new Option(Integer.toString(vendor.id()), label(vendor.id())))
                .toList();
    }
}
