package cn.suinian.gateway.democity;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Everything a client needs to tap in the demo city, and a person to sign in to its console, as one JSON text. Only
 * ever made for a database that was planted as a demo city.
 */
public final class DemoCityFile {

    /** A demo city may have been grown: a file of a real city's cards would fill the node's memory. */
    private static final int MOST_CARDS = 100_000;

    private static final String IS_DEMO = "SELECT coalesce((SELECT demo_city FROM installation), false)";
    private static final String TERMINALS = """
            SELECT terminal_id, code, services, place_kind, feeds
            FROM terminal JOIN vendor USING (vendor_id) ORDER BY terminal_id
            """;
    private static final String CARDS = """
            SELECT card_serial, key_version, status, born_on, district,
                   CASE WHEN live_card = card_serial THEN counter_high ELSE 0 END AS counter,
                   (SELECT coalesce(array_agg(DISTINCT category), '{}') FROM holder_category c
                    WHERE c.holder_id = card.holder_id AND valid_to IS NULL) AS categories
            FROM card
            JOIN holder USING (holder_id)
            JOIN account USING (holder_id)
            LEFT JOIN holder_hukou hukou ON hukou.holder_id = card.holder_id AND hukou.valid_to IS NULL
            ORDER BY card_serial LIMIT %d
            """.formatted(MOST_CARDS);

    private static final String STOCK = """
            SELECT card_serial, key_version, coalesce(name, '') AS counter
            FROM card_stock LEFT JOIN counter USING (counter_id) WHERE status = 'IN_STOCK' ORDER BY card_serial LIMIT %d
            """.formatted(MOST_CARDS);

    private final DataSource database;
    private final KeyVault keys;
    private final DemoLogins logins;

    public DemoCityFile(DataSource database, KeyVault keys, DataVault vault) {
        this.database = database;
        this.keys = keys;
        this.logins = new DemoLogins(vault);
    }

    /** Who can sign in as they were planted. */
    public List<DemoLogin> logins() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return logins.list(connection);
        }
    }

    /** Whether this database is a demo city at all. */
    public boolean applies() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(IS_DEMO)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** The JSON: terminals with keys of the newest version, counters as they stand now. */
    public String json(String baseUrl, String consoleUrl) throws SQLException, IOException {
        StringWriter text = new StringWriter();
        try (Connection connection = database.getConnection();
                JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("baseUrl", baseUrl);
            json.writeStringField("consoleUrl", consoleUrl);
            json.writeArrayFieldStart("terminals");
            terminals(connection, json);
            json.writeEndArray();
            json.writeArrayFieldStart("cards");
            cards(connection, json);
            json.writeEndArray();
            json.writeArrayFieldStart("stock");
            stock(connection, json);
            json.writeEndArray();
            json.writeArrayFieldStart("staff");
            for (DemoLogin login : logins.list(connection)) {
                staff(login, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private void terminals(Connection connection, JsonGenerator json) throws SQLException, IOException {
        int keyVersion = keys.terminalKeyVersions().last();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TERMINALS)) {
            while (row.next()) {
                long id = row.getLong("terminal_id");
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("terminalId", Terminal.digits(id));
                json.writeStringField("vendor", row.getString("code"));
                json.writeArrayFieldStart("services");
                for (Service service : Service.values()) {
                    if ((row.getInt("services") & service.bit()) != 0) {
                        json.writeString(service.name());
                    }
                }
                json.writeEndArray();
                json.writeStringField("placeKind", row.getString("place_kind"));
                texts(json, "feeds", row.getArray("feeds"));
                json.writeNumberField("keyVersion", keyVersion);
                json.writeStringField("key", Hex.encode(keys.terminalKey(id, keyVersion)));
                json.writeEndObject();
            }
        }
    }

    private void cards(Connection connection, JsonGenerator json) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CARDS)) {
            while (row.next()) {
                card(row, json);
            }
        }
    }

    private void card(ResultSet row, JsonGenerator json) throws SQLException, IOException {
        String cardNo = new CardNumber(row.getInt("card_serial")).digits();
        int keyVersion = row.getInt("key_version");
        int district = row.getInt("district");
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("cardNo", cardNo);
        json.writeNumberField("keyVersion", keyVersion);
        json.writeStringField("key", Hex.encode(keys.cardKey(cardNo, keyVersion)));
        json.writeNumberField("counter", row.getLong("counter"));
        json.writeStringField("bornOn", row.getString("born_on"));
        json.writeStringField(
                "hukouDistrict",
                district == 0 ? null : District.ofCode(district).name());
        texts(json, "categories", row.getArray("categories"));
        json.writeStringField("status", row.getString("status"));
        json.writeEndObject();
    }

    private void stock(Connection connection, JsonGenerator json) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STOCK)) {
            while (row.next()) {
                String cardNo = new CardNumber(row.getInt("card_serial")).digits();
                int keyVersion = row.getInt("key_version");
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("cardNo", cardNo);
                json.writeNumberField("keyVersion", keyVersion);
                json.writeStringField("key", Hex.encode(keys.cardKey(cardNo, keyVersion)));
                json.writeStringField("counter", row.getString("counter"));
                json.writeEndObject();
            }
        }
    }

    private static void staff(DemoLogin login, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("account", login.account());
        json.writeStringField("name", login.name());
        json.writeStringField("role", login.role());
        json.writeStringField("counter", login.counter());
        json.writeStringField("password", login.password().reveal());
        json.writeStringField("authenticator", login.authenticator().reveal());
        json.writeStringField("otpauth", login.address().reveal());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, Array texts) throws SQLException, IOException {
        json.writeArrayFieldStart(name);
        for (String text : (String[]) texts.getArray()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
