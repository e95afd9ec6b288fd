package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether somebody who let a file begin may still register its people. */
final class StarterStore {
    private static final String MAY = """
            SELECT EXISTS (SELECT FROM staff WHERE staff_id = ? AND status = 'ACTIVE' AND roles && ?::text[]
                           AND (district IS NULL OR district = ?))""";

    private static final String[] ROLES = Arrays.stream(Role.values())
            .filter(role -> role.permissions().contains(Permission.HOLDER_REGISTER))
            .map(Role::name)
            .toArray(String[]::new);

    private StarterStore() {}

    /** Programs and the house itself have no row that could say no. */
    static boolean may(Connection transaction, Actor starter, @Nullable District district) throws SQLException {
        Long staffId = starter.staffId();
        if (staffId == null) {
            return true;
        }
        try (PreparedStatement select = transaction.prepareStatement(MAY)) {
            select.setLong(1, staffId);
            select.setArray(2, transaction.createArrayOf("text", ROLES));
            select.setObject(3, district == null ? null : district.code(), Types.SMALLINT);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
