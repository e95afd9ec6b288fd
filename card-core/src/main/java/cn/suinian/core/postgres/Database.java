package cn.suinian.core.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The address of one PostgreSQL database, with the credentials to use it. The text form hides the password.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param user the role to connect as
 * @param password empty when the server asks for none
 * @param database the name of the database
 */
public record Database(String host, int port, String user, String password, String database) {
    /** In characters; by default the client has whatever is longer than 2,048 parsed and planned at every call. */
    private static final int LONGEST_PREPARED = 16_384;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int UNACKNOWLEDGED_MILLIS = 10_000;

    private static final Pattern URL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>.*))?@)?"
            + "(?<host>\\[[0-9a-fA-F:.]+]|[^\\[\\]:/?@]+)(?::(?<port>[0-9]{1,5}))?"
            + "/(?<database>[^/?]+)(?:\\?(?<parameters>.*))?");

    /**
     * Reads {@code postgresql://user:password@host:port/database}, also with {@code jdbc:} in front and with user and
     * password given as parameters. Special characters are percent-encoded.
     *
     * @throws IllegalArgumentException saying what is wrong without repeating the password
     */
    public static Database parse(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must look like postgresql://user:password@host:port/database");
        }
        String user = decode(parts.group("user"));
        String password = decode(parts.group("password"));
        String parameters = parts.group("parameters") == null ? "" : parts.group("parameters");
        for (String parameter : parameters.split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = decode(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decode(parameter.substring("password=".length()));
            } else if (!parameter.isEmpty()) {
                throw new IllegalArgumentException("has a parameter after the ? that is neither user nor password");
            }
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException("names no user: postgresql://user:password@host:port/database");
        }
        int port = parts.group("port") == null ? 5432 : Integer.parseInt(parts.group("port"));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("has the port " + port + ", but a port is 1 to 65535");
        }
        String host = parts.group("host").replaceAll("[\\[\\]]", "");
        return new Database(host, port, user, password, decode(parts.group("database")));
    }

    /** Another database of the same server. */
    public Database named(String other) {
        return new Database(host, port, user, password, other);
    }

    /** A source of plain JDBC connections, one per call and no pool: for migrations, bulk files and tests. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("suinian");
        source.setConnectTimeout(5);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** The same for the reactive client of the tap path. */
    public PgConnectOptions connectOptions() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .setPreparedStatementCacheSqlLimit(LONGEST_PREPARED);
        options.getProperties().put("application_name", "suinian");
        return options;
    }

    /**
     * How pools of the reactive client treat their sockets. Bytes that nobody acknowledges end a connection after ten
     * seconds, so that a host without power or network does not keep it for a quarter of an hour; only epoll and
     * io_uring can do that.
     */
    public static NetClientOptions socketOptions() {
        return new NetClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setTcpKeepAlive(true)
                .setTcpUserTimeout(UNACKNOWLEDGED_MILLIS);
    }

    /** The URL without the password, for logs. */
    public String url() {
        return "postgresql://%s@%s/%s".formatted(encode(user), authority(), encode(database));
    }

    /** The URL with the password, for files that only the owner may read. */
    public String urlWithPassword() {
        return "postgresql://%s:%s@%s/%s".formatted(encode(user), encode(password), authority(), encode(database));
    }

    @Override
    public String toString() {
        return url();
    }

    private String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String decode(String text) {
        if (text == null) {
            return "";
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException broken) {
            // The cause would repeat a part of the password.
            throw new IllegalArgumentException("has a % that two hexadecimal digits do not follow; write %25 for a %");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
