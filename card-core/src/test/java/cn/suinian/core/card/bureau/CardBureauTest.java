package cn.suinian.core.card.bureau;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.bureau.RowFault.Problem;
import cn.suinian.core.card.office.CardDesk;
import cn.suinian.core.card.office.SteppedClock;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.card.stock.OwnCounter;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.SealBrokenException;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders as the bureau reads them, and its answers as we do. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardBureauTest {

    private static final Actor KEEPER = CardDesk.SUPERVISOR;
    private static final byte[] MASTER = Hex.decode("00112233445566778899aabbccddeeff");
    private static final byte[] SIGNING =
            Hex.decode("128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263");

    private final KeyVault vault = KeystoreVault.inMemory(Map.of(1, MASTER), Map.of(1, MASTER), Map.of(1, SIGNING));
    private final TransportKey transport =
            new TransportKey(Hex.decode("0123456789abcdeffedcba9876543210"), new SecureRandom());
    private Database database;
    private Transactions transactions;
    private CardStock stock;
    private CardBureau bureau;
    private BureauAnswers answers;
    private int nextNumber = 1_000;

    @BeforeAll
    void open(Database given) {
        database = given;
        transactions = Transactions.over(database, 4);
        SteppedClock clock = new SteppedClock(CardDesk.NOON);
        AuditLog audit = new AuditLog(clock);
        stock = new CardStock(transactions, audit, new OwnCounter(), vault::hasCardKeyVersion, clock);
        bureau = new CardBureau(transactions, audit, stock, vault, Optional.of(transport), clock);
        answers = new BureauAnswers(transactions, audit, clock);
    }

    @AfterAll
    void close() {
        transactions.close();
    }

    private int order(int count) throws SQLException {
        nextNumber += 1_000_000;
        return bureau.order(
                KEEPER, stock.addRange(KEEPER, new CardRun(nextNumber, nextNumber + count - 1), "A", 1), count);
    }

    private String file(int batch, BureauFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bureau.export(KEEPER, batch, format, out);
        return out.toString(UTF_8);
    }

    private String cardNo(int at) {
        return new CardNumber(nextNumber + at).digits();
    }

    private static BureauAnswers.Source source(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private String status(int at) throws SQLException {
        return TestServers.ask(
                database,
                "SELECT concat_ws(' ', status, chip_serial, spoilt_why) FROM card_stock WHERE card_serial = "
                        + (nextNumber + at));
    }

    @Test
    void theBureauGetsEachCardsOwnKeyAndCanProveWhoSentTheFile() throws Exception {
        int batch = order(3);
        List<String> lines = file(batch, BureauFormat.CSV).lines().toList();

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .isEqualTo("HEADER,SUINIAN-CARD-ORDER,1," + batch + ",1,3,A,1," + transport.checkValue()
                        + ",2026-11-25T04:00:00Z");
        String[] second = lines.get(2).split(",", -1);
        byte[] key = transport.unwrap(Hex.decode(second[3]), CardBureau.purpose(batch, second[1]));
        assertThat(second[1]).isEqualTo(cardNo(1));
        assertThat(key).isEqualTo(vault.cardKey(cardNo(1), 1));
        assertThat(second[4]).isEqualTo(TransportKey.checkValue(key));
        assertThatThrownBy(() -> transport.unwrap(Hex.decode(second[3]), CardBureau.purpose(batch, cardNo(2))))
                .isInstanceOf(SealBrokenException.class);

        String[] trailer = lines.get(4).split(",", -1);
        String before = String.join("\n", lines.subList(0, 4)) + "\n";
        assertThat(trailer[2]).isEqualTo(Hex.encode(Sm3.digest(before.getBytes(UTF_8))));
        assertThat(vault.signingKeys().get(1).verify(CardBureau.signed(trailer[2]), Hex.decode(trailer[4])))
                .isTrue();
        assertThat(String.join("\n", lines)).doesNotContain(Hex.encode(key));
    }

    @Test
    void theSameAsJsonAndEveryExportIsCounted() throws Exception {
        int batch = order(2);
        file(batch, BureauFormat.CSV);
        List<JsonObject> lines = file(batch, BureauFormat.JSON_LINES)
                .lines()
                .map(JsonObject::new)
                .toList();

        assertThat(lines)
                .extracting(line -> line.getString("line"))
                .containsExactly("HEADER", "CARD", "CARD", "TRAILER");
        assertThat(lines.get(0).getString("export")).isEqualTo("2");
        assertThat(lines.get(3).getString("cards")).isEqualTo("2");
        assertThat(bureau.listOrders(KEEPER, null, 1).get(0).batch().exportedTimes())
                .isEqualTo(2);
        assertThat(TestServers.ask(
                        database,
                        "SELECT count(*) FROM audit_log WHERE act = 'CARD_KEYS_EXPORTED'"
                                + " AND subject_kind = 'BATCH' AND subject = '" + batch + "'"))
                .isEqualTo("2");
    }

    @Test
    void goodLinesGoOnAndBadOnesAreToldWithTheirNumbers() throws Exception {
        int batch = order(6);
        String answer = "\uFEFFcardNo,status,reason,chipSerial\r\n"
                + cardNo(0) + ",OK,,0a1b2c3d4e\r\n"
                + cardNo(1) + ",FAILED,\"=HYPERLINK(\"\"x\"\")\",\r\n"
                + "\r\n"
                + cardNo(1) + ",OK,,\r\n"
                + "4111111111111111,OK,,\r\n"
                + new CardNumber(nextNumber + 6).digits() + ",OK,,\r\n"
                + cardNo(2) + ",OK,,0A1B2C3D4E\r\n"
                + cardNo(3) + ",MAYBE,,\r\n"
                + "\"" + cardNo(4) + ",OK,,\r\n"
                + cardNo(4) + ",ok,,not-hex!\r\n"
                + "x".repeat(5_000) + "\r\n"
                + cardNo(5) + ",OK";

        BatchReport rehearsed = answers.rehearse(KEEPER, batch, BureauFormat.CSV, source(answer));
        assertThat(status(0)).isEqualTo("ORDERED");
        BatchReport taken = answers.take(KEEPER, batch, BureauFormat.CSV, source(answer));

        assertThat(taken.faults())
                .containsExactlyInAnyOrder(
                        new RowFault(5, Problem.DUPLICATE),
                        new RowFault(6, Problem.CARD_NUMBER),
                        new RowFault(7, Problem.UNKNOWN_CARD),
                        new RowFault(8, Problem.CHIP_REUSED),
                        new RowFault(9, Problem.STATUS),
                        new RowFault(10, Problem.COLUMNS),
                        new RowFault(11, Problem.CHIP_SERIAL),
                        new RowFault(12, Problem.TOO_LONG));
        assertThat(taken)
                .returns(6, BatchReport::ordered)
                .returns(11, BatchReport::lines)
                .returns(2, BatchReport::made)
                .returns(1, BatchReport::failed)
                .returns(3, BatchReport::missing)
                .returns(1, BatchReport::duplicate)
                .returns(1, BatchReport::unknown)
                .returns(6, BatchReport::unreadable);
        assertThat(rehearsed)
                .usingRecursiveComparison()
                .ignoringFields("dryRun")
                .isEqualTo(taken);
        assertThat(status(0)).isEqualTo("IN_STOCK 0A1B2C3D4E");
        assertThat(status(1)).isEqualTo("SPOILT =HYPERLINK(\"x\")");
        assertThat(status(2)).isEqualTo("ORDERED");
        StringBuilder table = new StringBuilder();
        taken.writeFaults(table);
        assertThat(table.toString().lines()).hasSize(9).noneMatch(line -> line.matches("[=+@-].*"));
    }

    @Test
    void theSameFileChangesNothingTwiceAndALaterOneFillsTheGap() throws Exception {
        int batch = order(3);
        String first = "{\"cardNo\":\"" + cardNo(0) + "\",\"status\":\"OK\"}\n{\"cardNo\":7}\nnonsense\n";
        BatchReport once = answers.take(KEEPER, batch, BureauFormat.JSON_LINES, source(first));
        BatchReport twice = answers.take(KEEPER, batch, BureauFormat.JSON_LINES, source(first));

        assertThat(once).returns(1, BatchReport::made).returns(2, BatchReport::unreadable);
        assertThat(twice).returns(true, BatchReport::importedBefore).returns(1, BatchReport::made);
        String rest = "cardNo,status\n" + cardNo(0) + ",OK\n" + cardNo(1) + ",OK\n" + cardNo(2) + ",FAILED\n";
        BatchReport last = answers.take(KEEPER, batch, BureauFormat.CSV, source(rest));
        assertThat(last)
                .returns(1, BatchReport::already)
                .returns(1, BatchReport::made)
                .returns(1, BatchReport::failed)
                .returns(0, BatchReport::missing);
        String contradiction = "cardNo,status\n" + cardNo(0) + ",FAILED\n";
        assertThat(answers.take(KEEPER, batch, BureauFormat.CSV, source(contradiction))
                        .faults())
                .containsExactly(new RowFault(2, Problem.CONTRADICTS));
        assertThat(bureau.listOrders(KEEPER, null, 1).get(0))
                .returns(2, BatchCount::made)
                .returns(1, BatchCount::spoilt);
    }

    @Test
    void twentyThousandCardsGoOutAndComeBack() throws Exception {
        int batch = order(20_000);
        AtomicLong bytes = new AtomicLong();
        AtomicLong largest = new AtomicLong();
        bureau.export(KEEPER, batch, BureauFormat.CSV, new OutputStream() {
            @Override
            public void write(int b) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] part, int from, int length) {
                bytes.addAndGet(length);
                largest.accumulateAndGet(length, Math::max);
            }
        });
        StringBuilder answer = new StringBuilder("cardNo,status,reason,chipSerial\n");
        IntStream.range(0, 20_000)
                .forEach(i -> answer.append(cardNo(i)).append(i % 100 == 0 ? ",FAILED,ink\n" : ",OK\n"));

        BatchReport report = answers.take(KEEPER, batch, BureauFormat.CSV, source(answer.toString()));

        assertThat(bytes.get()).isGreaterThan(20_000L * 120);
        assertThat(largest.get()).isLessThan(100_000);
        assertThat(report)
                .returns(19_800, BatchReport::made)
                .returns(200, BatchReport::failed)
                .returns(0, BatchReport::missing);
    }

    @Test
    void refusalsSayWhatToDo() throws Exception {
        int batch = order(1);
        CardBureau without = new CardBureau(
                transactions,
                new AuditLog(new SteppedClock(CardDesk.NOON)),
                stock,
                vault,
                Optional.empty(),
                new SteppedClock(CardDesk.NOON));
        Map<BureauRefusal, Attempt> rows = Map.of(
                BureauRefusal.NOT_PERMITTED, () -> bureau.order(CardDesk.CLERK, 1, 1),
                BureauRefusal.BATCH_UNKNOWN,
                        () -> bureau.export(KEEPER, 999, BureauFormat.CSV, OutputStream.nullOutputStream()),
                BureauRefusal.NO_TRANSPORT_KEY,
                        () -> without.export(KEEPER, batch, BureauFormat.CSV, OutputStream.nullOutputStream()),
                BureauRefusal.FILE_UNREADABLE, () -> answers.take(KEEPER, batch, BureauFormat.CSV, failing()),
                BureauRefusal.HEADER_MISSING, () -> answers.take(KEEPER, batch, BureauFormat.CSV, source("a,b\n")),
                BureauRefusal.FILE_TOO_LONG,
                        () -> answers.take(
                                KEEPER, batch, BureauFormat.CSV, source("cardNo,status\n" + "x,y\n".repeat(1_003))));
        assertThat(rows.keySet()).containsExactlyInAnyOrder(BureauRefusal.values());
        rows.forEach((refusal, attempt) -> assertThatThrownBy(attempt::make)
                .isInstanceOfSatisfying(RefusedException.class, met -> {
                    assertThat(met.refusal()).isEqualTo(refusal);
                    assertThat(Arrays.asList(refusal.zh(), refusal.en())).noneMatch(String::isBlank);
                }));
    }

    private interface Attempt {
        void make() throws Exception;
    }

    /** Its first reading succeeds, for the digest. */
    private static BureauAnswers.Source failing() {
        int[] opened = new int[1];
        return () -> {
            if (opened[0]++ > 0) {
                throw new IOException("gone");
            }
            return new ByteArrayInputStream(new byte[0]);
        };
    }
}
