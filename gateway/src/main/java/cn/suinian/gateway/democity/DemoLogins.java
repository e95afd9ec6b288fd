package cn.suinian.gateway.democity;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.totp.Totp;
import cn.suinian.gateway.democity.CityPlan.PlannedStaff;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The logins of a demo city that are still as they were planted. Whoever chose a password of their own or another
 * authenticator is no longer shown, and neither is anybody whom no plan put there.
 */
final class DemoLogins {

    private static final String AS_PLANTED = """
            SELECT account, display_name, roles[1] AS role, counter.name AS counter
            FROM staff LEFT JOIN counter USING (counter_id)
            WHERE account = ANY (?) AND status = 'ACTIVE'
              AND password_changed_at = created_at AND totp_changed_at = created_at
            ORDER BY staff_id
            """;

    private final DemoSecrets secrets;

    DemoLogins(DataVault vault) {
        this.secrets = new DemoSecrets(vault);
    }

    List<DemoLogin> list(Connection connection) throws SQLException {
        List<DemoLogin> logins = new ArrayList<>();
        String[] planned =
                DemoDesks.plan().staff().stream().map(PlannedStaff::account).toArray(String[]::new);
        try (PreparedStatement query = connection.prepareStatement(AS_PLANTED)) {
            query.setArray(1, connection.createArrayOf("text", planned));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    logins.add(login(row));
                }
            }
        }
        return logins;
    }

    private DemoLogin login(ResultSet row) throws SQLException {
        String account = row.getString("account");
        byte[] authenticator = secrets.authenticator(account);
        return new DemoLogin(
                account,
                row.getString("display_name"),
                row.getString("role"),
                row.getString("counter"),
                new Secret(secrets.password(account)),
                new Secret(Hex.encode(authenticator)),
                new Secret(Totp.uri("Suinian demo", account, authenticator)));
    }
}
