package cn.suinian.gateway.terminal;

import cn.suinian.core.postgres.Database;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.ApiDocument.Operation;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is refused because it comes too often or too slowly. */
final class BusyCases {
    private static final Map<String, String> IMPATIENT =
            Map.of("SUINIAN_TERMINAL_TAPS_PER_SECOND", "1", "SUINIAN_REQUEST_SECONDS", "1");

    private BusyCases() {}

    static void happen(Database database, Set<String> seen) throws IOException, SQLException {
        try (TerminalStand stand = TerminalStand.start(database, IMPATIENT)) {
            Witness witness = new Witness(stand, seen);
            tooOften(witness);
            tooSlow(witness);
        }
    }

    private static void tooOften(Witness witness) throws IOException {
        String[] items = Collections.nCopies(1_000, "{}").toArray(String[]::new);
        witness.ask(BatchJson.items(SmallCity.CANTEEN, items));
        witness.ask(BatchJson.items(SmallCity.FEED, items));
        for (Operation operation : Witness.operations()) {
            witness.ask(Witness.plain(operation));
        }
    }

    private static void tooSlow(Witness witness) throws IOException {
        List<Request> requests = new ArrayList<>();
        Witness.operations().forEach(operation -> requests.add(Witness.plain(operation)));
        requests.add(Request.post(SmallCity.CANTEEN, "{}").target("/v1/tap"));
        List<Wire> wires = new ArrayList<>();
        try {
            for (Request request : requests) {
                Wire wire = witness.stand().connect();
                wires.add(wire);
                byte[] whole = request.body(new byte[10]).bytes();
                wire.send(Arrays.copyOf(whole, whole.length - 1));
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
