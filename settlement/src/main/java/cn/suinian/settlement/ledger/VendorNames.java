package cn.suinian.settlement.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Names of vendors by the code that their account has in its name. A city has some hundreds. */
public final class VendorNames {
    private static final String ALL = "SELECT code, name FROM vendor";

    private VendorNames() {}

    /** All of them. */
    public static Map<String, String> byCode(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            Map<String, String> names = new HashMap<>();
            while (row.next()) {
                names.put(row.getString("code"), row.getString("name"));
            }
            return names;
        }
    }
}
