package cn.suinian.core.registry;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The register of vendors. Blocks; refusals are {@link RegistryRefusal}. */
public final class VendorRegister {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");
    private static final int LONGEST_NAME = 80;
    private static final int LARGEST_PAGE = 200;

    private final Transactions transactions;
    private final AuditLog audit;

    public VendorRegister(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Registers a vendor; as it stands then. */
    public VendorEntry register(Actor actor, VendorEntry vendor) throws SQLException {
        permit(actor, Permission.TERMINAL_MANAGE);
        if (!CODE.matcher(vendor.code()).matches()) {
            throw new RefusedException(RegistryRefusal.VENDOR_CODE_INVALID, "code");
        }
        requireNames(vendor);
        return transactions.run(transaction -> {
            int id = VendorStore.insert(transaction, vendor)
                    .orElseThrow(() -> new RefusedException(RegistryRefusal.VENDOR_CODE_TAKEN, "code"));
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("VENDOR_REGISTERED", "VENDOR", id).with(values(vendor)));
            return new VendorEntry(id, 1, vendor.code(), vendor.name(), vendor.nameEn(), vendor.kind());
        });
    }

    /** Gives a vendor other names; its code and kind stay, since what is owed is kept under them. */
    public VendorEntry rename(Actor actor, VendorEntry vendor) throws SQLException {
        permit(actor, Permission.TERMINAL_MANAGE);
        requireNames(vendor);
        return transactions.run(transaction -> {
            VendorEntry was = VendorStore.lock(transaction, vendor.id())
                    .orElseThrow(() -> new RefusedException(RegistryRefusal.VENDOR_UNKNOWN, "vendor"));
            if (was.rowVersion() != vendor.rowVersion()) {
                throw new RefusedException(RegistryRefusal.CHANGED_MEANWHILE);
            }
            VendorEntry now = new VendorEntry(
                    was.id(), was.rowVersion() + 1, was.code(), vendor.name(), vendor.nameEn(), was.kind());
            VendorStore.update(transaction, now);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("VENDOR_RENAMED", "VENDOR", was.id()).changed(values(was), values(now)));
            return now;
        });
    }

    /** One vendor. */
    public Optional<VendorEntry> find(Actor actor, int vendorId) throws SQLException {
        permit(actor, Permission.TERMINAL_VIEW);
        return transactions.run(transaction -> VendorStore.find(transaction, vendorId));
    }

    /** How many terminals a vendor has. */
    public Fleet fleet(Actor actor, int vendorId) throws SQLException {
        permit(actor, Permission.TERMINAL_VIEW);
        return transactions.run(transaction -> VendorStore.fleet(transaction, vendorId));
    }

    /**
     * A page of vendors by code.
     *
     * @param afterCode the last code of the page before; null: the first page
     * @param limit 1 to 200
     */
    public List<VendorEntry> list(Actor actor, @Nullable String afterCode, int limit) throws SQLException {
        permit(actor, Permission.TERMINAL_VIEW);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new RefusedException(RegistryRefusal.PAGE_INVALID, "limit");
        }
        return transactions.run(
                transaction -> VendorStore.page(transaction, afterCode == null ? "" : afterCode, limit));
    }

    private static void requireNames(VendorEntry vendor) {
        if (!isName(vendor.name())) {
            throw new RefusedException(RegistryRefusal.VENDOR_NAME_INVALID, "name");
        }
        if (vendor.nameEn() != null && !isName(vendor.nameEn())) {
            throw new RefusedException(RegistryRefusal.VENDOR_NAME_INVALID, "nameEn");
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private static Map<String, String> values(VendorEntry vendor) {
        return Map.of(
                "code", vendor.code(),
                "name", vendor.name(),
                "nameEn", vendor.nameEn() == null ? "" : vendor.nameEn(),
                "kind", vendor.kind().name());
    }

    private static void permit(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(RegistryRefusal.NOT_PERMITTED);
        }
    }
}
