package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Whatever happens, nothing of a person or a client's secret stands in the log, the metrics or the audit trail. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class NothingPersonalTest {

    @Test
    void notEvenWhenTheDatabaseRefusesTheRow(Database database) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        log.addAppender(kept);
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        Elder elder = Elder.another();
        List<String> personal;
        List<String> replies = new ArrayList<>();
        try (CounterStand stand = new CounterStand(database)) {
            Client bank = stand.supervisor();
            personal = List.of(
                    elder.document(), elder.name(), elder.phone(), elder.bankAccount(), bank.secret(), bank.token());
            walk(stand, bank, elder, replies);
            personal.forEach(each -> assertThat(metrics(stand)).as("metrics").doesNotContain(each));
            for (String each : personal) {
                assertThat(stand.ask("SELECT count(*) FROM audit_log a WHERE a::text LIKE '%" + each + "%'"))
                        .isEqualTo("0");
            }
        } finally {
            log.setLevel(before);
            log.detachAppender(kept);
        }
        String written = written(kept.list);
        assertThat(written).contains("POST /v1/holders failed, reference");
        personal.forEach(each -> {
            assertThat(written).as("log").doesNotContain(each);
            assertThat(String.join("\n", replies)).as("problems").doesNotContain(each);
        });
    }

    private static void walk(CounterStand stand, Client bank, Elder elder, List<String> problems)
            throws IOException, SQLException {
        // A constraint whose message repeats the whole row.
        stand.ask("ALTER TABLE holder_person ADD CONSTRAINT refuses CHECK (holder_id < 0)");
        problems.add(bank.send(500, Ask.act("/v1/holders", elder.json())).text());
        stand.ask("ALTER TABLE holder_person DROP CONSTRAINT refuses");
        long holder = bank.register(elder);
        problems.add(bank.send(409, Ask.act("/v1/holders", elder.json())).text());
        problems.add(bank.send(
                        422,
                        Ask.act("/v1/holders", elder.named("1" + elder.name()).json()))
                .text());
        problems.add(bank.send(400, Ask.act("/v1/holders", elder.json().replace("}]", "}")))
                .text());
        problems.add(bank.send(Ask.get("/v1/holders/" + elder.document())).text());
        problems.add(bank.send(404, Ask.get("/v1/" + elder.phone())).text());
        bank.send(200, Ask.post("/v1/holders/search", "{\"q\":\"" + elder.document() + "\"}"));
        bank.send(200, Ask.post("/v1/holders/" + holder + "/disclosure", "{\"reason\":\"核对津贴账户\"}"));
        problems.add(stand.send(Ask.form(
                        "/v1/oauth/token",
                        "grant_type=client_credentials&client_id=" + bank.id() + "x&client_secret=" + bank.secret()))
                .text());
    }

    private static String metrics(CounterStand stand) {
        StringBuilder all = new StringBuilder();
        stand.meters().getMeters().forEach(meter -> all.append(meter.getId()).append('\n'));
        return all.toString();
    }

    private static String written(List<ILoggingEvent> events) {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(events)) {
            all.append(event.getFormattedMessage()).append('\n');
            for (IThrowableProxy each = event.getThrowableProxy(); each != null; each = each.getCause()) {
                all.append(each.getMessage()).append('\n');
            }
        }
        return all.toString();
    }
}
