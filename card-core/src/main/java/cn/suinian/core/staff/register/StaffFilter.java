package cn.suinian.core.staff.register;

import cn.suinian.core.staff.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which members of staff to list; null: any.
 *
 * @param text a piece of the account or of the name, upper and lower case alike
 */
public record StaffFilter(
        @Nullable String text,
        @Nullable Role role,
        @Nullable Boolean active) {

    /** All of them. */
    public static final StaffFilter ALL = new StaffFilter(null, null, null);
}
