package cn.suinian.gateway.console.allowance;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.gateway.stand.SettableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People of two districts who have the allowance, and two who prepare and decide it. It is 8 May 2026. */
final class AllowanceTown implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([0-9]+)\"");
    private static final String REGISTER = """
            INSERT INTO holder_person (holder_id, name_sealed, name_index, phone_sealed, phone_index,
                                       bank_account_sealed, sex, district, consent_version, consent_at,
                                       registered_at, registered_by)
            VALUES (?, ?, ?, ?, ?, ?, 'FEMALE', ?, '1', now(), now(), 'a test')
            """;

    final ConsoleServer console;
    final AllowanceOffice office;

    /** Prepares. */
    final Admitted clerk;

    /** Prepare and decide, for the whole city. */
    final Admitted chief;

    final Admitted otherChief;

    /** Works for Luohu. */
    final Admitted luohu;

    private final Database database;
    private final DataVault vault = KeystoreVault.ofColumns(Map.of(1, new byte[16]), new byte[32]);

    AllowanceTown(Database database) throws SQLException {
        this.database = database;
        console = new ConsoleServer(database, SettableClock.at("2026-05-08T04:00:00Z"), vault);
        office = AllowanceOffice.of(console.offices().means());
        clerk = console.sessions().signedIn(21, Role.SETTLEMENT_CLERK.permissions());
        chief = console.sessions().signedIn(22, Role.SETTLEMENT_SUPERVISOR.permissions());
        otherChief = console.sessions().signedIn(23, Role.SETTLEMENT_SUPERVISOR.permissions());
        luohu = console.sessions().signedIn(24, Role.SETTLEMENT_CLERK.permissions(), new Scope(District.LUOHU, null));
        ask("INSERT INTO open_business_day (day) VALUES ('2026-05-08') ON CONFLICT DO NOTHING");
    }

    /** Somebody with a hukou there, an account, an application and a check on this day. */
    void person(long holderId, District district, String born, String checked) throws SQLException {
        newcomer(holderId, district, born);
        ask("INSERT INTO allowance_application (holder_id, applied_on, actor) VALUES (" + holderId
                + ", '2020-01-01', 'a test');"
                + "UPDATE account SET checked_on = '" + checked + "'::date - '1970-01-01'::date WHERE holder_id = "
                + holderId);
    }

    /** The same who has not applied yet. */
    void newcomer(long holderId, District district, String born) throws SQLException {
        ask("INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (" + holderId + ", '" + born + "');"
                + "INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) VALUES (" + holderId
                + ", " + holderId + ", 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01');"
                + "INSERT INTO account (holder_id, live_card) VALUES (" + holderId + ", " + holderId + ");"
                + "INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (" + holderId + ", "
                + district.code() + ", '2000-01-01');");
        Seals seals = new Seals(vault);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(REGISTER)) {
            insert.setLong(1, holderId);
            insert.setBytes(2, seals.seal(SealedColumn.NAME, holderId, "测试甲" + holderId));
            insert.setBytes(3, seals.nameIndex("测试甲" + holderId));
            insert.setBytes(4, seals.seal(SealedColumn.PHONE, holderId, "1380000" + (1000 + holderId)));
            insert.setBytes(5, seals.phoneIndex("1380000" + (1000 + holderId)));
            insert.setBytes(6, seals.seal(SealedColumn.BANK_ACCOUNT, holderId, "621700720000" + (1000 + holderId)));
            insert.setInt(7, district.code());
            insert.executeUpdate();
        }
        ask("INSERT INTO holder_document (holder_id, kind, number_sealed, person_index, recorded_at, recorded_by)"
                + " VALUES (" + holderId + ", 'RESIDENT_CARD', '', sha256('" + holderId + "'), now(), 'a test')");
    }

    void died(long holderId, String day) throws SQLException {
        ask("UPDATE holder SET deceased_on = '" + day + "' WHERE holder_id = " + holderId + ";"
                + "INSERT INTO holder_event (holder_id, kind, effective_on, evidence_sealed, recorded_at, actor)"
                + " VALUES (" + holderId + ", 'DEATH', '" + day + "', '', now(), 'a test')");
    }

    /** Makes the list of May; the path of the run. */
    String listed(District district) throws IOException, InterruptedException {
        return listed(district, "2026-05");
    }

    private String listed(District district, String month) throws IOException, InterruptedException {
        return location(post(clerk, "/allowance/months/" + month + "/list", Map.of("district", district.name())));
    }

    /** The run of May, ordered by all who have to do with it. */
    String ordered(District district) throws IOException, InterruptedException {
        return ordered(district, "2026-05");
    }

    String ordered(District district, String month) throws IOException, InterruptedException {
        String run = listed(district, month);
        post(clerk, run + "/confirm", Map.of("reason", "已核对"));
        post(chief, run + "/approve", Map.of("request", request(run)));
        post(clerk, run + "/order", Map.of());
        return run;
    }

    /** The request that waits for a decision on a run. */
    String request(String run) throws IOException, InterruptedException {
        Matcher request = REQUEST.matcher(get(otherChief, run + "/decide").body());
        if (!request.find()) {
            throw new AssertionError("nothing of " + run + " waits");
        }
        return request.group(1);
    }

    /** Lines of a bank's file about a run: each payment was made. */
    String results(String run) throws SQLException {
        return ask("SELECT string_agg(payment_no || ',' || fen / 100 || '.00,PAID', E'\\n') FROM allowance_payment"
                + " WHERE run_no = " + run.substring(run.lastIndexOf('/') + 1));
    }

    /** Sends a bank's file about a run, in UTF-8. */
    HttpResponse<String> upload(String run, String lines) throws IOException, InterruptedException {
        return console.upload(clerk, run + "/results", Map.of("encoding", "UTF_8"), "back.csv", lines.getBytes(UTF_8));
    }

    HttpResponse<String> get(Admitted who, String path) throws IOException, InterruptedException {
        return console.getAs(who, path);
    }

    HttpResponse<String> post(Admitted who, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return console.post(who, path, fields);
    }

    static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElse("-");
    }

    String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    @Override
    public void close() {
        console.close();
    }
}
