package cn.suinian.gateway.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.TacMessage;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each kind of forged message, what it is told, and that it leaves no trace. */
@ExtendWith(PostgresExtension.class)
class ForgeryTest {
    private static final String TAC_INVALID = "TAC_INVALID";
    private static final String MAC_WRONG = "40104";
    private static final String OUTSIDE_TOLERANCE = "40105";

    private static Scene scene;

    @BeforeAll
    static void start(Database database) throws Exception {
        scene = new Scene(database);
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    /**
     * A row of the table.
     *
     * @param told a problem's code or the reason of a decline
     */
    private record Forgery(String sentence, String told, Function<Scene, Request> maker) {}

    private static Stream<Forgery> forgeries() {
        return Stream.of(forgedTaps(), forgedRequests(), forgedTimes(), forgedKeys(), forgedReversals())
                .flatMap(Function.identity());
    }

    private static Stream<Forgery> forgedTaps() {
        return Stream.of(
                row("the amount of a tap is raised", TAC_INVALID, s -> with(s.genuine(), "amount", "201")),
                row("the amount of a tap is lowered", TAC_INVALID, s -> with(s.genuine(), "amount", "0")),
                row(
                        "the time of a tap is a second later",
                        TAC_INVALID,
                        s -> with(s.genuine(), "tappedAt", "\"2026-11-23T12:15:31+08:00\"")),
                row(
                        "the number of a tap is the next one",
                        TAC_INVALID,
                        s -> with(
                                s.genuine(),
                                "terminalSeq",
                                Long.toString(s.genuine().terminalSeq() + 900))),
                row("the counter of a tap is the next one", TAC_INVALID, s -> with(s.genuine(), "cardCounter", "2")),
                row(
                        "the card of a tap is another one",
                        TAC_INVALID,
                        s -> with(s.genuine(), "cardNo", '"' + SmallCity.VECTOR_CARD + '"')),
                row(
                        "the card of a tap is the one just before",
                        TAC_INVALID,
                        s -> with(s.genuine(), "cardNo", '"' + another(s.genuine()) + '"')),
                row(
                        "the TAC is that of another tap of the card",
                        TAC_INVALID,
                        s -> with(
                                s.genuine(),
                                "tac",
                                '"' + copy(s.genuine()).counter(2).tac() + '"')),
                row(
                        "the TAC is made with the card's key of version 2",
                        TAC_INVALID,
                        s -> with(s.genuine(), "tac", '"' + tacOfVersion2(s.genuine()) + '"')),
                row(
                        "the tap of one terminal is sent by another as its own",
                        TAC_INVALID,
                        s -> Request.post(SmallCity.GATE, s.genuine().text())),
                row(
                        "a tap is sent by a terminal of another service",
                        "40302",
                        s -> Request.post(SmallCity.CANTEEN, s.genuine().text())),
                row(
                        "a number is used again for a tap of another counter",
                        "40901",
                        s -> copy(s.captured()).counter(2).request()),
                row(
                        "a number is used again for a tap of another amount",
                        "40901",
                        s -> copy(s.captured()).amount(1).request()));
    }

    private static Stream<Forgery> forgedRequests() {
        return Stream.of(
                row(
                        "the request of one terminal bears the number of another",
                        MAC_WRONG,
                        s -> bearing(s.genuine().request(), SmallCity.GATE)),
                row(
                        "the request bears the number of no terminal",
                        "40102",
                        s -> bearing(s.genuine().request(), SmallCity.STRANGER)),
                row(
                        "the body is that of another request",
                        MAC_WRONG,
                        s -> s.capturedRequestCopy()
                                .body(copy(s.captured()).seq(9_999).text().getBytes(UTF_8))),
                row(
                        "the body is gone",
                        MAC_WRONG,
                        s -> s.genuine().request().sealed().body(new byte[0])),
                row(
                        "a tap's proof is taken for a batch",
                        MAC_WRONG,
                        s -> s.genuine()
                                .request()
                                .sealed()
                                .target(BatchJson.PATH)
                                .body(("{\"taps\":[" + s.genuine().text() + "]}").getBytes(UTF_8))),
                row(
                        "a heartbeat's proof is taken for a tap",
                        MAC_WRONG,
                        s -> Request.post(SmallCity.BUS, "{\"software\":\"1\"}")
                                .target("/v1/terminal/heartbeat")
                                .sealed()
                                .target("/v1/taps")
                                .body(s.genuine().text().getBytes(UTF_8))),
                row(
                        "the proof of one look-up is taken for another",
                        MAC_WRONG,
                        s -> s.captured()
                                .lookUp()
                                .sealed()
                                .target(copy(s.captured()).seq(1_234).lookUp().target())),
                row(
                        "the query is stripped",
                        MAC_WRONG,
                        s -> s.captured()
                                .lookUp()
                                .sealed()
                                .target("/v1/taps/" + s.captured().terminalSeq())),
                row("there is no proof", "40101", s -> s.genuine().request().authorization("")),
                row(
                        "attestations come from a gate",
                        "40303",
                        s -> Request.post(SmallCity.GATE, "{\"attestations\":[{}]}")
                                .target("/v1/attestations")));
    }

    private static Stream<Forgery> forgedTimes() {
        return Stream.of(
                row(
                        "a request was sent more than five minutes ago",
                        OUTSIDE_TOLERANCE,
                        s -> s.genuine().request().sent("2026-11-23T12:10:29+08:00")),
                row(
                        "a request is sent more than five minutes ahead",
                        OUTSIDE_TOLERANCE,
                        s -> s.genuine().request().sent("2026-11-23T12:20:31+08:00")),
                row(
                        "an old request is given a new time",
                        MAC_WRONG,
                        s -> s.genuine()
                                .request()
                                .sent("2026-11-23T12:00:00+08:00")
                                .sealed()
                                .sent(SmallCity.NOW.toString())),
                row(
                        "the time is the same moment in other letters",
                        MAC_WRONG,
                        s -> s.genuine().request().sealed().sent("2026-11-23T04:15:30Z")),
                row(
                        "a tap is made ahead of its time",
                        "42201",
                        s -> copy(s.genuine()).at(SmallCity.NOW.plusMinutes(6)).request()));
    }

    private static Stream<Forgery> forgedKeys() {
        return Stream.of(
                row(
                        "a request made with key 1 claims key 2",
                        MAC_WRONG,
                        s -> claiming(s.genuine().request(), 1, 2)),
                row(
                        "a request made with key 2 claims key 1",
                        MAC_WRONG,
                        s -> claiming(s.genuine().request().key(Scene.twoVersions(), 2), 2, 1)),
                row(
                        "a request claims a key that does not exist",
                        "40103",
                        s -> claiming(s.genuine().request(), 1, 3)));
    }

    private static Stream<Forgery> forgedReversals() {
        return Stream.of(
                row(
                        "a terminal takes back the tap of another",
                        "40402",
                        s -> reversal(s, SmallCity.BUS, s.captured().cardNo())),
                row(
                        "a terminal takes back a tap for another card",
                        "40402",
                        s -> reversal(s, SmallCity.CANTEEN, SmallCity.VECTOR_CARD)),
                row(
                        "the proof of a reversal is another terminal's",
                        MAC_WRONG,
                        s -> bearing(reversal(s, SmallCity.BUS, s.captured().cardNo()), SmallCity.CANTEEN)),
                row("a look-up's proof is taken for a reversal", MAC_WRONG, s -> {
                    Request reversal =
                            reversal(s, SmallCity.CANTEEN, s.captured().cardNo());
                    Request lookUp = s.captured().lookUp();
                    return reversal.authorization(lookUp.authorization());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyForgeryIsRefusedAndLeavesNoTrace() {
        return forgeries().map(forgery -> DynamicTest.dynamicTest(forgery.sentence, () -> refused(forgery)));
    }

    private static void refused(Forgery forgery) throws IOException, SQLException {
        String before = scene.traces();
        Reply reply = scene.send(forgery.maker.apply(scene));
        String told = reply.status() == 200 ? reply.json().path("reason").asText() : Integer.toString(reply.code());
        assertThat(told).as("%s", reply).isEqualTo(forgery.told);
        assertThat(scene.traces()).isEqualTo(before);
    }

    private static Forgery row(String sentence, String told, Function<Scene, Request> maker) {
        return new Forgery(sentence, told, maker);
    }

    private static Request with(TapJson tap, String field, String json) {
        return copy(tap).with(field, json).request();
    }

    /** The same tap, which nobody has spoilt. */
    private static TapJson copy(TapJson tap) {
        return tap.terminalId() == SmallCity.BUS
                ? TapJson.bus(tap.cardNo(), tap.terminalSeq())
                : TapJson.meal(tap.cardNo(), tap.terminalSeq());
    }

    private static String another(TapJson tap) {
        return new CardNumber(CardNumber.parse(tap.cardNo()).orElseThrow().serial() - 1).digits();
    }

    private static String tacOfVersion2(TapJson tap) {
        TacMessage message = new TacMessage(
                tap.cardNo(),
                1,
                tap.terminalId(),
                tap.terminalSeq(),
                Service.TRANSIT.code(),
                200,
                SmallCity.NOW.toLocalDateTime());
        return Hex.encode(Scene.twoVersions().tac(2, message));
    }

    private static Request bearing(Request request, long terminal) {
        String authorization = request.authorization();
        return request.authorization(authorization.replaceFirst("[0-9]{12}", Terminal.digits(terminal)));
    }

    private static Request claiming(Request request, int used, int claimed) {
        String authorization = request.authorization();
        return request.authorization(authorization.replace("key=" + used, "key=" + claimed));
    }

    private static Request reversal(Scene scene, long terminal, String cardNo) {
        return Request.post(
                        terminal, "{\"date\":\"2026-11-23\",\"cardNo\":\"" + cardNo + "\",\"reason\":\"TILL_ERROR\"}")
                .target("/v1/taps/" + scene.captured().terminalSeq() + "/reversal");
    }
}
