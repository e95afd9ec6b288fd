package cn.suinian.gateway.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.bulk.People;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.RawDump;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.console.ConsoleServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What somebody with a copy of the whole database reads of people: nothing, whichever way they came in and wherever
 * their data was typed, by mistake too.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RawDumpTest {
    private static final byte[] KEY = new byte[16];

    /** Where something of them is kept, sealed or as an index. */
    private static final List<String> FILLED = List.of(
            "holder_person",
            "holder_document",
            "holder_change",
            "holder_statement",
            "holder_event",
            "bulk_file",
            "bulk_row",
            "bulk_fault",
            "bulk_registration",
            "audit_log",
            "api_idempotency",
            "api_token",
            "staff_session",
            "sign_in_attempt",
            "card",
            "account");

    private final List<String> secrets = new ArrayList<>();

    @Test
    void holdsNobodyInClearWhicheverWayTheyCame(Database database) throws Exception {
        try (CounterStand stand = new CounterStand(database)) {
            throughTheInterface(stand);
            throughAList(stand, database);
            throughPages(stand, database);
            intoTheWrongFields(database);
            for (String table : FILLED) {
                assertThat(stand.ask("SELECT count(*) > 0 FROM " + table))
                        .as(table)
                        .isEqualTo("t");
            }
        }
        assertHidden(database);
    }

    private void assertHidden(Database database) throws Exception {
        String dump = RawDump.of(database);
        assertThat(dump).contains("HOLDER_REGISTERED", "BULK_FILE_RECEIVED", "HOLDER_SEARCHED", "SIGN_IN_REFUSED");
        assertThat(secrets).hasSizeGreaterThan(10);
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(UTF_8);
            String base64 = Base64.getEncoder().encodeToString(bytes);
            assertThat(dump)
                    .doesNotContain(secret)
                    .doesNotContain(Hex.encode(bytes))
                    .doesNotContain(base64.substring(0, base64.length() / 4 * 4 - 4));
        }
    }

    /** A program of a bank, which uses documents' numbers as the keys of its calls. */
    private void throughTheInterface(CounterStand stand) throws IOException, SQLException {
        Client bank = stand.supervisor();
        Elder elder = Elder.another();
        know(elder.document(), elder.name(), elder.phone(), elder.bankAccount(), bank.secret(), bank.token());
        Ask registration = Ask.of("POST", "/v1/holders").json(elder.json()).key("register-" + elder.document());
        long holder = bank.send(201, registration).json().get("holderId").asLong();
        bank.send(409, Ask.act("/v1/holders", elder.json()));
        bank.send(200, Ask.post("/v1/holders/search", "{\"q\":\"" + elder.document() + "\"}"));
        bank.send(200, Ask.post("/v1/holders/" + holder + "/disclosure", "{\"reason\":\"核对津贴账户\"}"));
        bank.issue(holder);
        String later = "13700009999";
        know(later);
        bank.send(
                200,
                Ask.act("PATCH", "/v1/holders/" + holder, "{\"phone\":\"" + later + "\",\"reason\":\"来窗口更正\"}")
                        .header("If-Match: \"1\""));
        bank.send(
                200,
                Ask.act(
                        "/v1/holders/" + holder + "/events",
                        "{\"kind\":\"DEATH\",\"on\":\"2026-11-20\",\"evidence\":\"证号甲字第七七七号\"}"));
        know("证号甲字第七七七号");
    }

    /** A community's list that is looked at in each of its stages, one row of which waits for a clerk to the end. */
    private void throughAList(CounterStand stand, Database database) throws Exception {
        Map<String, String> first = People.with(People.somebody(), "银行账号", "622299887766");
        Map<String, String> namesake = People.with(People.somebody(), "姓名", first.get("姓名"));
        namesake.put(
                "证件号码",
                Numbers.of(
                        "440000",
                        LocalDate.parse(first.get("证件号码").substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE),
                        997));
        Map<String, String> wrong = People.with(People.somebody(), "联系电话", "139876543");
        for (Map<String, String> each : List.of(first, namesake, wrong)) {
            know(each.get("姓名"), each.get("证件号码"), each.get("联系电话"));
        }
        know("622299887766", "批量老人甲的名单");
        Actor clerk = new Actor(null, "house-clerk", Role.COUNTER_CLERK.permissions(), Scope.CITY, "");
        byte[] list = People.csv(List.of(People.with(first, "户籍依据", "户口簿甲字号"), namesake, wrong));
        long fileNo =
                stand.offices().bulk().receive(clerk, "批量老人甲的名单.csv", list).fileNo();
        assertHiddenSoFar(database);
        work(stand);
        assertHiddenSoFar(database);
        stand.offices().bulk().start(clerk, fileNo);
        work(stand);
        assertThat(stand.ask("SELECT registered || ' ' || wrong || ' ' || alike FROM bulk_file"))
                .isEqualTo("1 1 1");
    }

    private void assertHiddenSoFar(Database database) throws Exception {
        String dump = RawDump.of(database);
        secrets.forEach(secret -> assertThat(dump).doesNotContain(secret));
    }

    private static void work(CounterStand stand) throws SQLException {
        while (stand.offices().bulkRounds().step()) {
            Thread.onSpinWait();
        }
    }

    /** The console: somebody is looked for by everything that they have. */
    private void throughPages(CounterStand stand, Database database) throws Exception {
        DataVault vault = KeystoreVault.ofColumns(Map.of(1, KEY), KEY);
        try (ConsoleServer console = new ConsoleServer(database, stand.clock(), vault)) {
            for (String secret : List.copyOf(secrets)) {
                int status = console.post(console.everything(), "/holders", Map.of("q", secret))
                        .statusCode();
                assertThat(status).as("a search").isIn(200, 422);
            }
        }
    }

    /** Passwords and people typed where an account belongs. */
    private void intoTheWrongFields(Database database) throws SQLException {
        try (StaffDesk desk = new StaffDesk(database)) {
            StaffDesk.Person clerk = desk.settle("clerk-9", Role.COUNTER_CLERK);
            know(clerk.password(), clerk.token());
            for (String secret : List.copyOf(secrets)) {
                assertThat(desk.signIn
                                .password(secret, secret, StaffDesk.BRANCH)
                                .signedIn())
                        .isNull();
            }
        }
    }

    private void know(String... more) {
        secrets.addAll(List.of(more));
    }
}
