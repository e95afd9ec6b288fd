package cn.suinian.core.registry;

import org.jspecify.annotations.Nullable;

/**
 * A vendor as staff see it.
 *
 * @param rowVersion goes up with every change; 0 for one that is yet to be registered
 * @param name in Chinese
 * @param nameEn in English; null: none
 */
public record VendorEntry(
        int id,
        int rowVersion,
        String code,
        String name,
        @Nullable String nameEn,
        VendorKind kind) {

    /** One that is yet to be registered. */
    public static VendorEntry fresh(String code, String name, @Nullable String nameEn, VendorKind kind) {
        return new VendorEntry(0, 0, code, name, nameEn, kind);
    }
}
