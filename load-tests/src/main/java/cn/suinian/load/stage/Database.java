package cn.suinian.load.stage;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database of a running gateway. */
public final class Database {
    private Database() {}

    /** Opens a connection that only reads. */
    public static Connection open(URI databaseUrl) throws SQLException {
        Connection connection = openToWrite(databaseUrl);
        connection.setReadOnly(true);
        return connection;
    }

    /** Opens a connection of whoever owns the database: for tampering with one that is thrown away. */
    public static Connection openToWrite(URI databaseUrl) throws SQLException {
        Properties login = new Properties();
        String userInfo = databaseUrl.getRawUserInfo();
        if (userInfo != null) {
            String[] parts = userInfo.split(":", 2);
            login.setProperty("user", decoded(parts[0]));
            if (parts.length == 2) {
                login.setProperty("password", decoded(parts[1]));
            }
        }
        String query = databaseUrl.getRawQuery() == null ? "" : "?" + databaseUrl.getRawQuery();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + databaseUrl.getHost() + ":" + databaseUrl.getPort() + databaseUrl.getPath()
                        + query,
                login);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
