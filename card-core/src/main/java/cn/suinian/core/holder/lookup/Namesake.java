package cn.suinian.core.holder.lookup;

import cn.suinian.core.holder.District;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the same name and birthday as whoever is to be registered.
 *
 * @param holderId by which a clerk says that it is somebody else
 * @param name masked
 * @param district that serves them
 * @param seen all that a list shows of them; null: another district serves them, and nothing more is said
 */
public record Namesake(
        long holderId,
        String name,
        District district,
        @Nullable Hit seen) {

    static Namesake of(Hit hit) {
        return new Namesake(hit.holderId(), hit.name(), hit.district(), hit.visible() ? hit : null);
    }

    /** Whether the page of this holder can be opened by whoever asked. */
    public boolean visible() {
        return seen != null;
    }
}
