package cn.suinian.gateway.terminal;

import cn.suinian.core.postgres.Database;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is said when the database is slow, lacks something or refuses. */
final class FaultCases {
    private static final int TAPS = 16;
    private static final Map<String, String> NARROW = Map.of(
            "SUINIAN_LANES", "1",
            "SUINIAN_LANE_QUEUE", "4",
            "SUINIAN_BATCH_CAP", "2",
            "SUINIAN_TAP_DEADLINE_MILLIS", "1500",
            "SUINIAN_STUCK_COMMIT_MILLIS", "1000");

    private FaultCases() {}

    static void happen(Database database, Set<String> seen) throws IOException, SQLException {
        try (TerminalStand stand = TerminalStand.start(database, NARROW)) {
            Witness witness = new Witness(stand, seen);
            missing(witness);
            refused(witness);
            slow(witness, database);
        }
    }

    /** No card is remembered yet, so each call that names one must ask the database. */
    private static void missing(Witness witness) throws IOException, SQLException {
        renamed(witness, "card", List.of("tap", "lookUpTap", "explainTap", "reverseTap", "previewCard"));
        renamed(witness, "denylist_head", List.of("denylist", "signIn", "heartbeat"));
    }

    private static void renamed(Witness witness, String table, List<String> ids) throws IOException, SQLException {
        witness.stand().ask("ALTER TABLE " + table + " RENAME TO gone");
        try {
            for (String id : ids) {
                witness.ask(Witness.plain(id));
            }
        } finally {
            witness.stand().ask("ALTER TABLE gone RENAME TO " + table);
        }
    }

    private static void refused(Witness witness) throws IOException, SQLException {
        TerminalStand stand = witness.stand();
        TapJson ride = TapJson.bus(stand.anotherCard(), 700_001).counter(2);
        witness.ask(ride.request());
        stand.ask("ALTER TABLE tap ADD CONSTRAINT none CHECK (terminal_seq <> 700002) NOT VALID");
        stand.ask("ALTER TABLE tap_reversal ADD CONSTRAINT none CHECK (cause <> 'HOLDER_ASKED') NOT VALID");
        stand.ask("ALTER TABLE attestation ADD CONSTRAINT none CHECK (valid_until < '2027-01-01') NOT VALID");
        try {
            witness.ask(TapJson.bus(stand.anotherCard(), 700_002).request());
            witness.ask(ride.reversal("HOLDER_ASKED"));
            witness.ask(Witness.plain("attest"));
        } finally {
            for (String table : List.of("tap", "tap_reversal", "attestation")) {
                stand.ask("ALTER TABLE " + table + " DROP CONSTRAINT none");
            }
        }
    }

    private static void slow(Witness witness, Database database) throws IOException, SQLException {
        List<TapJson> ridden = taps(witness);
        for (TapJson tap : ridden) {
            witness.ask(tap.request());
        }
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE account, attestation IN SHARE MODE");
            witness.ask(Witness.plain("attest"));
            atOnce(witness, taps(witness).stream().map(TapJson::request).toList());
            other.rollback();
            statement.execute("LOCK TABLE account IN SHARE MODE");
            atOnce(
                    witness,
                    ridden.stream().map(tap -> tap.reversal("TILL_ERROR")).toList());
            other.rollback();
        }
    }

    private static List<TapJson> taps(Witness witness) {
        List<TapJson> taps = new ArrayList<>();
        for (int i = 0; i < TAPS; i++) {
            taps.add(TapJson.bus(
                    witness.stand().anotherCard(), 800_000 + witness.stand().nextSeq()));
        }
        return taps;
    }

    private static void atOnce(Witness witness, List<Request> requests) throws IOException {
        List<Wire> wires = new ArrayList<>();
        try {
            for (Request request : requests) {
                Wire wire = witness.stand().connect();
                wires.add(wire);
                wire.send(request.bytes());
            }
            for (int i = 0; i < wires.size(); i++) {
                witness.noted(requests.get(i), wires.get(i).read(true));
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }
}
