package cn.suinian.gateway.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.stand.ApiDocument.Operation;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What is refused because of who asks or of what is asked. After the {@link GoodCases}, of whose taps it speaks. */
final class BadCases {
    private static final String DATED = "{\"cardNo\":\"" + SmallCity.VECTOR_CARD + "\",\"reason\":\"TILL_ERROR\",";

    /** Bodies for a type, a number and a field that is there twice; empty and unknown ones are alike everywhere. */
    private static final Map<String, List<String>> BODIES = Map.of(
            "tap", List.of("{\"terminalSeq\":\"1\"}", "{\"terminalSeq\":0}", "{\"terminalSeq\":1,\"terminalSeq\":1}"),
            "tapBatch", List.of("{\"taps\":1}", "{\"taps\":[]}", "{\"taps\":[{}],\"taps\":[{}]}"),
            "reverseTap",
                    List.of("{\"date\":1}", DATED + "\"date\":\"1999-12-31\"}", DATED + "\"reason\":\"TILL_ERROR\"}"),
            "attest",
                    List.of(
                            "{\"attestations\":1}",
                            "{\"attestations\":[]}",
                            "{\"attestations\":[{}],\"attestations\":[{}]}"),
            "signIn", List.of("{\"software\":1}", "{\"storedTaps\":-1}", "{\"software\":\"1\",\"software\":\"1\"}"),
            "heartbeat", List.of("{\"software\":1}", "{\"storedTaps\":-1}", "{\"software\":\"1\",\"software\":\"1\"}"));

    private static final String TAP = "date=2026-11-23&cardNo=" + SmallCity.VECTOR_CARD;
    private static final Map<String, List<String>> ADDRESSES = Map.of(
            "lookUpTap",
                    List.of(
                            "/v1/taps/99",
                            "/v1/taps/99?colour=1&" + TAP,
                            "/v1/taps/99?cardNo=1&date=2026-11-23",
                            "/v1/taps/0?" + TAP,
                            "/v1/taps/99?date=2026-11-23&" + TAP),
            "explainTap",
                    List.of(
                            "/v1/taps/99/explanation",
                            "/v1/taps/99/explanation?colour=1&" + TAP,
                            "/v1/taps/99/explanation?cardNo=1&date=2026-11-23",
                            "/v1/taps/0/explanation?" + TAP,
                            "/v1/taps/99/explanation?date=2026-11-23&" + TAP),
            "previewCard", List.of("/v1/entitlements/1?colour=1", "/v1/entitlements/1"),
            "denylist",
                    List.of(
                            "/v1/denylist?colour=1",
                            "/v1/denylist?since=x",
                            "/v1/denylist?since=9",
                            "/v1/denylist?since=0&since=0"),
            "signingKeys", List.of("/v1/keys?colour=1", "/v1/keys?%zz"),
            "document", List.of("/openapi.yaml?colour=1", "/openapi.yaml?%zz"));

    private BadCases() {}

    static void happen(Witness witness) throws IOException, SQLException {
        for (Operation operation : Witness.operations()) {
            if (!operation.id().equals("document")) {
                strangers(witness, operation);
            }
            if (operation.method().equals("POST")) {
                bodies(witness, operation);
            } else {
                for (String address : ADDRESSES.get(operation.id())) {
                    witness.ask(Witness.plain(operation).target(address));
                }
            }
            large(witness, operation);
            garbled(witness, Witness.plain(operation));
        }
        taps(witness);
        elsewhere(witness);
        untrusted(witness);
    }

    private static void strangers(Witness witness, Operation operation) throws IOException {
        Request good = Witness.plain(operation);
        witness.ask(Witness.plain(operation).authorization("nobody"));
        witness.ask(Witness.plain(operation, SmallCity.STRANGER));
        witness.ask(Witness.plain(operation).authorization(good.authorization().replace("key=1", "key=9")));
        witness.ask(Witness.plain(operation).authorization(good.target("/").authorization()));
        witness.ask(Witness.plain(operation).sent("2026-11-23T12:00:00+08:00"));
    }

    private static void bodies(Witness witness, Operation operation) throws IOException {
        for (String body : List.of("{", "{}", "{\"colour\":1}")) {
            witness.ask(Witness.plain(operation).body(body.getBytes(UTF_8)));
        }
        for (String body : BODIES.get(operation.id())) {
            witness.ask(Witness.plain(operation).body(body.getBytes(UTF_8)));
        }
        witness.ask(Witness.plain(operation).contentType("text/plain"));
    }

    private static void large(Witness witness, Operation operation) throws IOException {
        boolean list = List.of("tapBatch", "attest").contains(operation.id());
        witness.ask(Witness.plain(operation).body(new byte[1 + (list ? 1 << 20 : 16 * 1024)]));
    }

    private static void garbled(Witness witness, Request request) throws IOException {
        witness.ask(request.header("bad name: x"));
    }

    private static void taps(Witness witness) throws IOException {
        TapJson lunch = TapJson.meal(SmallCity.VECTOR_CARD, 99);
        witness.ask(lunch.counter(9_999).request());
        witness.ask(TapJson.meal(SmallCity.VECTOR_CARD, 100).reversal("TILL_ERROR"));
        witness.ask(TapJson.meal(SmallCity.VECTOR_CARD, 101)
                .at(SmallCity.NOW.plusHours(1))
                .request());
        TapJson never = TapJson.meal(SmallCity.VECTOR_CARD, 4_000_000_000L);
        witness.ask(never.lookUp());
        witness.ask(never.explanation());
        witness.ask(never.reversal("TILL_ERROR"));
        TapJson early = TapJson.bus(witness.stand().anotherCard(), 1).at(SmallCity.NOW.minusHours(25));
        witness.ask(early.request());
        witness.ask(early.reversal("TILL_ERROR"));
        witness.ask(Request.post(SmallCity.BUS, lunch.text()));
        witness.ask(Witness.plain("attest").target("/v1/taps"));
        witness.ask(Request.post(SmallCity.CANTEEN, "{}").target("/v1/attestations"));
    }

    private static void elsewhere(Witness witness) throws IOException {
        Request nowhere = Request.post(SmallCity.CANTEEN, "{}").target("/v1/tap");
        witness.ask(nowhere);
        witness.ask(Request.get(SmallCity.CANTEEN, "/v1/taps"));
        garbled(witness, Request.post(SmallCity.CANTEEN, "{}").target("/v1/tap"));
        witness.ask(nowhere.body(new byte[1 + 16 * 1024]));
    }

    private static void untrusted(Witness witness) throws IOException, SQLException {
        witness.stand().ask("UPDATE terminal SET status = 'SUSPENDED' WHERE terminal_id = " + SmallCity.GATE);
        witness.stand().ask("UPDATE terminal SET oldest_key_version = 2 WHERE terminal_id = " + SmallCity.DESK);
        for (Operation operation : Witness.operations()) {
            if (!operation.id().equals("document")) {
                witness.until(operation.id() + " 403 TERMINAL_SUSPENDED", Witness.plain(operation, SmallCity.GATE));
                witness.until(operation.id() + " 401 KEY_RETIRED", Witness.plain(operation, SmallCity.DESK));
            }
        }
        witness.stand().ask("UPDATE terminal SET status = 'ACTIVE' WHERE terminal_id = " + SmallCity.GATE);
    }
}
