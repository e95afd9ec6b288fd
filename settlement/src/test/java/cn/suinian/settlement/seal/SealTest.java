package cn.suinian.settlement.seal;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.City;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.seal.Discrepancy.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SealTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneOffset.UTC);

    /** More than two chunks. */
    private static final String MANY = """
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, payer)
            SELECT 1 + n % 200, '2026-11-16', '2026-11-16', 1, 440300010001, 100000 + n, 101 + n / 200, 7,
                   '2026-11-16T04:00:00Z', '2026-11-16T04:00:01Z', 1 + n % 200, 200, 200, 0, 1, 0, 0, 1
            FROM generate_series(0, 8999) n
            """;

    private City city;
    private Sealing sealing;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        city.ask(MANY);
        city.tap(lunch(DAY_1, CANTEEN_A, 7, 1800, 1500, 2).brought());
        city.reverseLast();
        city.close(DAY_1);
        city.tap(ride(DAY_1, METRO, 8, 300), ride(DAY_2, METRO, 9, 250));
        city.close(DAY_2);
        sealing = sealing(vault(7));
    }

    private Sealing sealing(KeyVault vault) {
        return new Sealing(city.database().dataSource(), vault, new AuditLog(CLOCK), CLOCK, State.CLEARED, "process 1");
    }

    private static KeyVault vault(int secret) {
        byte[] key = new byte[32];
        key[31] = (byte) secret;
        return KeystoreVault.inMemory(Map.of(1, new byte[16]), Map.of(1, new byte[16]), Map.of(1, key));
    }

    private DaySeal seal(LocalDate day) throws SQLException {
        return sealing.seal(day, SealListener.SILENT);
    }

    private List<Discrepancy> verify(LocalDate day) throws SQLException {
        return sealing.verify(day, SealListener.SILENT);
    }

    @Test
    void aSealedDayIsWholeAndItsSealChainedAndSigned() throws Exception {
        DaySeal first = seal(DAY_1);
        DaySeal second = seal(DAY_2);
        assertThat(first.sections()).extracting(SectionSeal::rows).containsExactly(9001L, 1L, 2L, 1L, 0L, 7L);
        assertThat(second.sections().get(0).rows()).as("one of them late").isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.text()).startsWith("suinian seal 1\nno 2\nday 2026-11-17\nprevious 2026-11-16 ");
        assertThat(verify(DAY_1)).isEmpty();
        assertThat(verify(DAY_2)).isEmpty();
        assertThat(city.ask("SELECT string_agg(chunk_no || ':' || rows, ' ' ORDER BY chunk_no) FROM seal_chunk"
                        + " WHERE section = 'TAP' AND day = '2026-11-16'"))
                .isEqualTo("0:4096 1:4096 2:809");
    }

    @Test
    void aDayIsSealedOnceInOrderAndNotBeforeItsTime() throws Exception {
        assertRefused(SealRefused.Reason.NO_SUCH_DAY, DAY_1.minusDays(1));
        assertRefused(SealRefused.Reason.DAY_NOT_READY, City.DAY_3);
        DaySeal first = seal(DAY_1);
        assertThat(seal(DAY_1).hash()).isEqualTo(first.hash());
        assertThat(seal(DAY_1).signature()).as("signed once").isEqualTo(first.signature());
        seal(DAY_2);
        assertThat(city.ask("SELECT count(*) FROM audit_log WHERE act = 'DAY_SEALED'"))
                .isEqualTo("2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sealing(
                        city.database().dataSource(), vault(1), new AuditLog(CLOCK), CLOCK, State.CUT, "x"));
    }

    @Test
    void aDayWithoutASealIsOneThatIsNotSealedYetUntilALaterOneIs() throws Exception {
        assertThat(standing(DAY_1.minusDays(1))).isEqualTo(SealStanding.NO_SUCH_DAY);
        assertThat(standing(DAY_1)).isEqualTo(SealStanding.NOT_YET);
        seal(DAY_2);
        assertThat(standing(DAY_2)).isEqualTo(SealStanding.SEALED);
        assertThat(standing(DAY_1)).as("a gap is looked at").isEqualTo(SealStanding.SEALED);
    }

    private SealStanding standing(LocalDate day) throws SQLException {
        try (Connection connection = city.database().dataSource().getConnection()) {
            return SealStanding.read(connection, day);
        }
    }

    @Test
    void sealsFollowEachOtherWithoutAGap() throws Exception {
        seal(DAY_2);
        assertRefused(SealRefused.Reason.OUT_OF_ORDER, DAY_1);
    }

    @Test
    void aSealThatDiedOnTheWayIsMadeAnew() throws Exception {
        for (int dies = 0; dies < 8; dies++) {
            AtomicInteger left = new AtomicInteger(dies);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> sealing.seal(DAY_1, (section, rows) -> {
                        if (left.getAndDecrement() == 0) {
                            throw new IllegalStateException("the process dies");
                        }
                    }));
            assertThat(city.ask("SELECT count(*) FROM seal_chunk")).isEqualTo("0");
        }
        seal(DAY_1);
        assertThat(verify(DAY_1)).isEmpty();
    }

    @Test
    void twoWhoSealAtOnceMakeOneSeal() throws Exception {
        List<CompletableFuture<DaySeal>> both = List.of(inBackground(), inBackground());
        assertThat(both.get(0).join().signature()).isEqualTo(both.get(1).join().signature());
        assertThat(city.ask("SELECT count(*) FROM day_seal")).isEqualTo("1");
    }

    private CompletableFuture<DaySeal> inBackground() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return seal(DAY_1);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    @Test
    @Breaks({
        "clearing lines are the sums of the approved taps of cleared days",
        "the rows of every sealed day are those that were sealed"
    })
    void oneFenInATapIsNamed() throws Exception {
        seal(DAY_1);
        tamper("tap", "UPDATE tap SET amount = amount + 1 WHERE terminal_seq = 105000");
        assertFound(
                DAY_1,
                Kind.ROW_CHANGED,
                "TAP was changed: tap_date 2026-11-16, terminal 440300010001, sequence 105000, holder 1");
        assertThat(verify(DAY_1)).hasSize(1);
    }

    @Test
    @Breaks({
        "clearing lines are the sums of the approved taps of cleared days",
        "a cleared day counts every tap that settles in it",
        "an account's window holds the counters of the stored taps",
        "the rows of every sealed day are those that were sealed"
    })
    void aTapThatIsGoneIsNamedByItsNeighbours() throws Exception {
        seal(DAY_1);
        tamper("tap", "DELETE FROM tap WHERE terminal_seq = 108000");
        assertFound(
                DAY_1,
                Kind.ROW_MISSING,
                "TAP is gone, after tap_date 2026-11-16, terminal 440300010001, sequence 107999, holder 200 and before"
                        + " tap_date 2026-11-16, terminal 440300010001, sequence 108001, holder 2");
        assertThat(verify(DAY_1)).hasSize(1);
    }

    @Test
    @Breaks({
        "clearing lines are the sums of the approved taps of cleared days",
        "a cleared day counts every tap that settles in it",
        "a card's counter is approved once",
        "an account's window holds the counters of the stored taps",
        "a tap is filed under the Shanghai date of its time",
        "the rows of every sealed day are those that were sealed"
    })
    void aTapThatWasNotThereIsNamedAlsoWhenItIsLate() throws Exception {
        seal(DAY_1);
        seal(DAY_2);
        city.ask(MANY.replace("8999", "0").replace("100000", "55"));
        assertFound(
                DAY_1,
                Kind.ROW_ADDED,
                "TAP was not there: tap_date 2026-11-16, terminal 440300010001, sequence 55, holder 1");
        city.ask(MANY.replace("8999", "0")
                .replace("100000", "56")
                .replace("'2026-11-16', '2026-11-16'", "'2026-11-15', '2026-11-17'"));
        assertFound(
                DAY_2,
                Kind.ROW_ADDED,
                "TAP was not there: tap_date 2026-11-15, terminal 440300010001, sequence 56, holder 1");
    }

    @Test
    @Breaks({"the journal posts what the lines say", "the rows of every sealed day are those that were sealed"})
    void anEditedJournalEntryIsNamed() throws Exception {
        seal(DAY_1);
        String transfer = city.ask("SELECT min(transfer_id) FROM journal_transfer");
        tamper(
                "journal_transfer",
                "UPDATE journal_transfer SET amount_fen = amount_fen + 1 WHERE transfer_id = " + transfer);
        assertFound(DAY_1, Kind.ROW_CHANGED, "JOURNAL was changed: transfer " + transfer);
    }

    @Test
    @Breaks({
        "every seal has its hash and its signature, and follows the one before",
        "the rows of every sealed day are those that were sealed"
    })
    void anotherRootIsNamed() throws Exception {
        seal(DAY_1);
        tamper("day_seal_section", "UPDATE day_seal_section SET root = sha256('x') WHERE section = 'TAP'");
        assertFound(DAY_1, Kind.SEAL_CHANGED, "seal 1 does not have its hash: a root, a count or a link was changed");
        assertThat(verify(DAY_1)).extracting(Discrepancy::kind).contains(Kind.SIGNATURE_WRONG, Kind.CHUNKS_CHANGED);
    }

    @Test
    @Breaks("every seal has its hash and its signature, and follows the one before")
    void anotherSignatureIsNamedAlsoWhenItIsAGoodOneOfSomebodyElse() throws Exception {
        DaySeal seal = seal(DAY_1);
        tamper("day_seal", "UPDATE day_seal SET signature = reverse(signature)");
        assertFound(DAY_1, Kind.SIGNATURE_WRONG, "the signature of seal 1 is not that of its key over its text");
        KeyVault stranger = vault(9);
        byte[] text = seal.text().getBytes(UTF_8);
        tamper(
                "day_seal",
                "UPDATE day_seal SET signature = '%s', public_key = decode('%s', 'hex')"
                        .formatted(
                                stranger.sign(text).hex(),
                                Hex.encode(stranger.signingKeys().get(1).encoded())));
        assertThat(verify(DAY_1))
                .extracting(Discrepancy::text)
                .containsExactly("seal 1 was signed with a key that is not this house's key version 1");
    }

    @Test
    @Breaks("every seal has its hash and its signature, and follows the one before")
    void aSealThatIsTakenOutOfTheChainIsNamed() throws Exception {
        seal(DAY_1);
        seal(DAY_2);
        for (String table : List.of("seal_chunk", "day_seal_section", "day_seal")) {
            tamper(table, "DELETE FROM " + table + " WHERE day = '2026-11-16'");
        }
        assertFound(DAY_1, Kind.CHAIN_BROKEN, "the day was sealed and its seal is gone");
        assertFound(
                DAY_2,
                Kind.CHAIN_BROKEN,
                "seal 2 follows nothing; what was sealed between them, the last time on 2026-11-16, is gone");
    }

    @Test
    @Breaks({
        "clearing lines are the sums of the approved taps of cleared days",
        "the rows of every sealed day are those that were sealed"
    })
    void aTapThatIsChangedTogetherWithTheHashesOfItsChunkIsStillFound() throws Exception {
        seal(DAY_1);
        tamper("tap", "UPDATE tap SET amount = amount + 1 WHERE terminal_seq = 105000");
        for (String table : List.of("seal_chunk", "day_seal_section", "day_seal")) {
            city.ask("CREATE TABLE kept_" + table + " AS TABLE " + table);
            tamper(table, "DELETE FROM " + table);
        }
        seal(DAY_1);
        city.ask("DELETE FROM kept_seal_chunk; INSERT INTO kept_seal_chunk TABLE seal_chunk");
        for (String table : List.of("seal_chunk", "day_seal_section", "day_seal")) {
            tamper(table, "DELETE FROM " + table);
        }
        for (String table : List.of("day_seal", "day_seal_section", "seal_chunk")) {
            tamper(table, "INSERT INTO " + table + " TABLE kept_" + table);
        }
        assertThat(verify(DAY_1)).extracting(Discrepancy::kind).containsExactly(Kind.ROWS_DIFFER, Kind.CHUNKS_CHANGED);
    }

    private void tamper(String table, String sql) throws SQLException {
        city.ask("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
        city.ask(sql);
        city.ask("ALTER TABLE " + table + " ENABLE TRIGGER ALL");
    }

    /** By the room's own act, and by what {@code suinian verify} runs. */
    private void assertFound(LocalDate day, Kind kind, String text) throws SQLException {
        assertThat(verify(day)).contains(new Discrepancy(day, kind, text));
        List<Finding> findings =
                Verification.run(city.database().dataSource(), new SealChecks().checks(), Verification.Listener.SILENT);
        assertThat(findings.stream().flatMap(each -> each.examples().stream()))
                .contains(day + " " + kind + ": " + text);
    }

    private void assertRefused(SealRefused.Reason reason, LocalDate day) {
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(() -> seal(day))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
