package cn.suinian.gateway.democity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.signin.SignInConfig;
import cn.suinian.core.staff.signin.SignInParts;
import cn.suinian.core.staff.totp.Totp;
import cn.suinian.gateway.command.DemoCode;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.StaffSessions;
import cn.suinian.gateway.console.access.Stage;
import cn.suinian.gateway.democity.CityPlan.Identity;
import cn.suinian.gateway.stand.SettableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The demo city as its database has it: people who are found, and staff who can sign in. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class PlantedCityTest {

    private static final Caller HERE = new Caller("127.0.0.1", false, "Browser/1");
    private static final Actor ANYBODY = Actor.house("test");

    @TempDir
    private Path directory;

    private final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    private final CityPlan plan = DemoCity.plan(LocalDate.of(2026, 11, 23));
    private KeystoreVault vault;
    private Transactions transactions;
    private DemoCityFile file;
    private Sessions sessions;

    @BeforeEach
    void plant(Database database) throws SQLException {
        SecureRandom random = new SecureRandom();
        char[] passphrase = "correct horse battery staple".toCharArray();
        vault = KeystoreVault.create(directory.resolve("keys.bcfks"), passphrase, random);
        assertThat(new Planting(database.dataSource(), clock).plant(() -> plan, () -> vault))
                .isTrue();
        file = new DemoCityFile(database.dataSource(), vault, vault);
        transactions = Transactions.over(database, 4);
        sessions = new StaffSessions(new SignInParts(
                transactions,
                new Passwords(new Argon2id(Argon2id.OWASP, 1), random),
                vault,
                new AuditLog(clock),
                SignInConfig.DEFAULT,
                random,
                clock));
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void everybodyIsFoundByNameDocumentPhoneAndCard(Database database) throws SQLException {
        HolderRegister register = new HolderRegister(transactions, vault, new AuditLog(clock), clock);
        for (int i : List.of(0, 1, 777, 1_999)) {
            long holder = i + 1L;
            Identity identity = Objects.requireNonNull(plan.people().get(i).identity());
            String card = new CardNumber(plan.people().get(i).cards().get(0).serial()).digits();
            for (String text : List.of(identity.name(), identity.document().number(), identity.phone(), card)) {
                assertThat(register.find(ANYBODY, SearchText.of(text)).hits())
                        .as("person %s", i)
                        .extracting(Hit::holderId)
                        .containsExactly(holder);
            }
            FullRecord record = register.show(ANYBODY, holder, "to compare with the plan");
            assertThat(record.name()).startsWith("测试").isEqualTo(identity.name());
            assertThat(record.bornOn()).isEqualTo(plan.people().get(i).bornOn());
            assertThat(record.documents())
                    .containsEntry(
                            DocumentKind.RESIDENT_CARD, identity.document().number());
        }
        assertThat(TestServers.ask(
                        database,
                        "SELECT count(*) FROM holder_person p, holder_document d, audit_log a"
                                + " WHERE (p::text || d::text) LIKE '%测试%' AND p.holder_id < 9 AND d.holder_id < 9"))
                .isEqualTo("0");
        requireFreeNumbers(database);
    }

    @Test
    void somebodyOfEachRoleSignsInWithWhatTheFileSays() throws Exception {
        Path json = directory.resolve("demo-city.json");
        Files.writeString(json, file.json("http://127.0.0.1:1", ""));
        List<String> roles = new ArrayList<>();
        requireNoPerson(Files.readString(json));
        for (JsonNode each : new ObjectMapper().readTree(json.toFile()).get("staff")) {
            String account = each.get("account").asText();
            List<String> said = new ArrayList<>();
            assertThat(new DemoCode(json, clock, said::add).say(account)).isZero();

            Session session = signIn(account, each.get("password").asText(), said.get(0));

            assertThat(session.stage()).isEqualTo(Stage.COMPLETE);
            Role role = Role.valueOf(each.get("role").asText());
            assertThat(session.actor().permissions()).isEqualTo(role.permissions());
            assertThat(session.actor().scope().counterId() == null)
                    .isEqualTo(each.get("counter").isNull());
            roles.add(role.name());
        }
        assertThat(roles).hasSize(8).contains(names(Role.values()));
        assertThat(new DemoCode(json, clock, said -> {}).say("nobody")).isEqualTo(1);
        assertThat(new DemoCode(directory.resolve("none.json"), clock, said -> {}).say("demo-clerk"))
                .isEqualTo(1);
    }

    @Test
    void nobodyIsShownWhoChoseAPasswordOfTheirOwn() throws Exception {
        DemoLogin clerk = file.logins().get(0);
        String code = new Totp().code(Hex.decode(clerk.authenticator().reveal()), clock.instant());
        Admitted in = open(clerk.account(), clerk.password().reveal(), code);
        clock.advance(java.time.Duration.ofSeconds(1));
        Sessions.Latchkey key = new Sessions.Latchkey(in.cookieToken(), HERE);
        assertThat(sessions.changePassword(key, clerk.password().reveal(), "eleven boats at dawn")
                        .admitted())
                .isNotNull();

        assertThat(file.logins()).hasSize(7).extracting(DemoLogin::account).doesNotContain(clerk.account());
        assertThat(file.json("http://127.0.0.1:1", ""))
                .doesNotContain(clerk.password().reveal());
    }

    private void requireNoPerson(String json) throws IOException {
        Identity first = Objects.requireNonNull(plan.people().get(0).identity());
        assertThat(json).doesNotContain("测试", first.document().number(), first.phone());
        JsonNode city = new ObjectMapper().readTree(json);
        assertThat(city.get("stock")).hasSize(11 * 30);
        assertThat(city.get("cards")).hasSize(2_016);
    }

    /** Numbers that were given by the plan are not given again. */
    private static void requireFreeNumbers(Database database) throws SQLException {
        for (String table :
                List.of("holder.holder_id", "holder_document.document_no", "holder_statement.statement_no")) {
            String[] name = table.split("\\.", -1);
            String next = TestServers.ask(
                    database, "SELECT nextval(pg_get_serial_sequence('" + name[0] + "', '" + name[1] + "'))");
            assertThat(TestServers.ask(
                            database, "SELECT count(*) FROM " + name[0] + " WHERE " + name[1] + " >= " + next))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    private Session signIn(String account, String password, String code) throws SQLException {
        return open(account, password, code).session();
    }

    private Admitted open(String account, String password, String code) throws SQLException {
        Admitted first =
                Objects.requireNonNull(sessions.signIn(account, password, HERE).admitted());
        assertThat(first.session().stage()).isEqualTo(Stage.PASSWORD_PROVED);
        assertThat(first.session().actor().permissions()).isEmpty();
        Sessions.Latchkey key = new Sessions.Latchkey(first.cookieToken(), HERE);
        return Objects.requireNonNull(sessions.proveCode(key, code).admitted());
    }

    private static String[] names(Role... roles) {
        return List.of(roles).stream().map(Role::name).toArray(String[]::new);
    }
}
