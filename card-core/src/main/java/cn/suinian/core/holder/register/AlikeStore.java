package cn.suinian.core.holder.register;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.District;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds holders of the same name and birthday, for many at once. */
final class AlikeStore {
    private static final String ALIKE = """
            SELECT p.name_index, h.born_on, p.holder_id, p.district
            FROM unnest(?::bytea[], ?::date[]) AS wanted (name_index, born_on)
                 JOIN holder_person p ON p.name_index = wanted.name_index
                 JOIN holder h ON h.holder_id = p.holder_id AND h.born_on = wanted.born_on
            GROUP BY 1, 2, 3, 4 ORDER BY p.holder_id""";

    /** A name, by its blind index in hexadecimal, and a birthday. */
    record Namesake(String name, LocalDate bornOn) {}

    /** Somebody who has them, and who serves them. */
    record Met(long holderId, District district) {}

    /** Whoever has them, by {@link #key}. */
    Map<String, List<Met>> find(Connection transaction, List<Namesake> wanted) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ALIKE)) {
            select.setArray(
                    1,
                    transaction.createArrayOf(
                            "bytea",
                            wanted.stream().map(each -> Hex.decode(each.name())).toArray(byte[][]::new)));
            select.setArray(
                    2,
                    transaction.createArrayOf(
                            "date",
                            wanted.stream()
                                    .map(each -> Date.valueOf(each.bornOn()))
                                    .toArray()));
            Map<String, List<Met>> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String key = key(Hex.encode(row.getBytes(1)), row.getObject(2, LocalDate.class));
                    found.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(new Met(row.getLong(3), District.ofCode(row.getInt(4))));
                }
            }
            return found;
        }
    }

    static String key(String name, LocalDate bornOn) {
        return name + bornOn;
    }
}
