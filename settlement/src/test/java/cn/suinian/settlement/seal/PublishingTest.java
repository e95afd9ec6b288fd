package cn.suinian.settlement.seal;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.City;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.seal.publication.Publication;
import cn.suinian.settlement.seal.publication.Publishing;
import cn.suinian.settlement.seal.publication.policy.Suppression;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class PublishingTest {
    private static final String ELSEWHERE = "each publication is of its own day and seal, and none was taken away";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneOffset.UTC);

    @Test
    @Breaks("what was published of a day is what was signed")
    void tellsTotalsOfASealedDayOnceAndHidesTheFew(Database database) throws Exception {
        City city = City.open(database);
        city.ask("INSERT INTO holder_hukou (holder_id, district, valid_from)"
                + " SELECT n, CASE WHEN n <= 24 THEN 2 WHEN n <= 48 THEN 3 ELSE 4 END, '2000-01-01'"
                + " FROM generate_series(1, 80) n");
        for (int holder = 1; holder <= 80; holder++) {
            city.tap(ride(DAY_1, METRO, holder, 100));
        }
        lunches(city, 20, 24, 2);
        lunches(city, 25, 40, 3);
        lunches(city, 49, 62, 4);
        city.close(DAY_1);
        KeyVault vault = vault();
        Sealing sealing = sealing(database, vault, CLOCK);
        Publishing publishing = publishing(database, sealing, vault, CLOCK);
        assertThatIllegalStateException().isThrownBy(() -> publishing.publish(DAY_1));
        DaySeal seal = sealing.seal(DAY_1, SealListener.SILENT);
        Publication published = publishing.publish(DAY_1);
        String json = new String(published.content(), UTF_8);
        assertThat(json)
                .contains(Hex.encode(seal.hash()))
                .as("the sealed text itself, so that its hash can be computed")
                .contains("\"text\": \"" + seal.text().replace("\n", "\\n") + "\"")
                .contains("{\"district\": \"ALL\", \"service\": \"ALL\", \"payer\": \"ALL\", \"taps\": 115,"
                        + " \"gross\": 71000,"
                        + " \"payable\": 67500}")
                .as("five people of one district had a lunch")
                .contains("\"service\": \"MEAL\", \"payer\": \"FUTIAN\", \"withheld\": true")
                .contains("\"district\": \"ALL\", \"service\": \"ALL\", \"payer\": \"FUTIAN\", \"withheld\": true");
        assertThat(vault.signingKeys()
                        .get(1)
                        .verify(
                                published.content(),
                                Hex.decode(published.signature().hex())))
                .isTrue();
        city.ask("UPDATE holder_hukou SET district = 4");
        assertThat(publishing.publish(DAY_1).content()).isEqualTo(published.content());
        assertThat(publishing.find(DAY_1)).isPresent();
        assertThat(wrong(database, vault)).isEmpty();
        city.ask("SET session_replication_role = replica; UPDATE day_publication SET content = content || ' '::bytea");
        assertThat(wrong(database, vault))
                .containsExactly(
                        "what was published of a day is what was signed",
                        "every publication was signed with a key of this house");
    }

    @Test
    @Breaks(ELSEWHERE)
    void aPublicationThatStandsForAnotherDayOrIsGoneIsNamed(Database database) throws Exception {
        City city = City.open(database);
        city.tap(ride(DAY_1, METRO, 1, 100));
        city.close(DAY_1);
        city.close(DAY_2);
        KeyVault vault = vault();
        Sealing sealing = sealing(database, vault, CLOCK);
        for (LocalDate day : List.of(DAY_1, DAY_2)) {
            sealing.seal(day, SealListener.SILENT);
            publishing(database, sealing, vault, CLOCK).publish(day);
        }
        assertThat(elsewhere(database)).isEmpty();
        String swap = "SET session_replication_role = replica; UPDATE day_publication p"
                + " SET content = q.content, signature = q.signature FROM day_publication q WHERE q.day <> p.day";
        city.ask(swap);
        assertThat(wrong(database, vault)).as("both are signed").isEmpty();
        assertThat(elsewhere(database)).hasSize(2).allMatch(each -> each.contains("tells of another day or seal"));
        city.ask(swap);
        assertThat(elsewhere(database)).isEmpty();
        city.ask("SET session_replication_role = replica; DELETE FROM day_publication WHERE day = '" + DAY_1 + "'");
        assertThat(elsewhere(database)).singleElement().asString().contains("was taken away");
        publishing(database, sealing, vault, Clock.offset(CLOCK, Duration.ofHours(1)))
                .publish(DAY_1);
        assertThat(elsewhere(database)).singleElement().asString().contains("was published again");
    }

    private static List<String> elsewhere(Database database) throws Exception {
        List<Check> checks = new SealChecks()
                .checks().stream()
                        .filter(check -> check.sentence().equals(ELSEWHERE))
                        .toList();
        assertThat(checks).hasSize(1);
        return Verification.run(database.dataSource(), checks, Verification.Listener.SILENT)
                .get(0)
                .examples();
    }

    private static KeyVault vault() {
        byte[] key = new byte[32];
        key[31] = 7;
        return KeystoreVault.inMemory(Map.of(1, new byte[16]), Map.of(1, new byte[16]), Map.of(1, key));
    }

    private static Sealing sealing(Database database, KeyVault vault, Clock clock) {
        return new Sealing(database.dataSource(), vault, new AuditLog(clock), clock, State.CLEARED, "process 1");
    }

    private static Publishing publishing(Database database, Sealing sealing, KeyVault vault, Clock clock) {
        return new Publishing(
                database.dataSource(), sealing, vault, new AuditLog(clock), clock, Suppression.OF_THE_CITY);
    }

    private static List<String> wrong(Database database, KeyVault vault) throws Exception {
        List<Check> checks = List.of(
                new SealChecks()
                        .checks().stream()
                                .filter(check -> check.sentence().startsWith("what was published"))
                                .findFirst()
                                .orElseThrow(),
                SealChecks.publishedBy(vault.signingKeys()));
        return Verification.run(database.dataSource(), checks, Verification.Listener.SILENT).stream()
                .filter(finding -> finding.state() == Finding.State.BROKEN)
                .map(finding -> finding.check().sentence())
                .toList();
    }

    private static void lunches(City city, int from, int to, int district) throws Exception {
        for (int holder = from; holder <= to; holder++) {
            city.tap(lunch(DAY_1, CANTEEN_A, holder, 1800, 1500, district));
        }
    }
}
