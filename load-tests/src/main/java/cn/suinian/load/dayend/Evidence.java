package cn.suinian.load.dayend;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Database;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.Stage.Audit;
import cn.suinian.load.stage.StageException;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.Sale;
import cn.suinian.load.statement.Sale.Fate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** That what was sealed and published is what happened, and that nobody changes it unnoticed. */
final class Evidence {
    private static final String ONE_FEN = """
            UPDATE tap SET amount = amount + 1
            WHERE tap_date = ? AND terminal_id = ? AND terminal_seq = ? AND card_serial = ?
            """;
    private static final String UNGUARDED = "SET session_replication_role = replica";

    private final Stage stage;
    private final Screen screen;
    private final TwoDays days;
    private final Outcome outcome;

    Evidence(Stage stage, Screen screen, TwoDays days, Outcome outcome) {
        this.stage = stage;
        this.screen = screen;
        this.days = days;
        this.outcome = outcome;
    }

    /**
     * Checks.
     *
     * @param publications of the days, in their order
     */
    List<Invariant> check(List<String> publications)
            throws IOException, StageException, SQLException, InterruptedException {
        return List.of(published(publications), holds(), tamperingIsNamed());
    }

    private Invariant published(List<String> publications) throws IOException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(published(days.first(), days.firstSales().values(), publications.get(0)));
        wrong.addAll(published(days.second(), days.secondSales().values(), publications.get(1)));
        return new Invariant("the published totals are those of the taps that were sent", wrong);
    }

    private List<String> published(LocalDate day, Collection<List<Sale>> sales, String json) throws IOException {
        JsonNode document = new ObjectMapper().readTree(json);
        for (JsonNode line : document.path("totals")) {
            boolean all = line.path("district").asText().equals("ALL")
                    && line.path("service").asText().equals("ALL")
                    && line.path("payer").asText().equals("ALL");
            if (all) {
                List<Sale> approved = sales.stream()
                        .flatMap(List::stream)
                        .filter(sale -> sale.fate() != Fate.DECLINED)
                        .toList();
                long fen = approved.stream()
                        .mapToLong(sale -> sale.subsidyFen() + sale.extraFen())
                        .sum();
                long taps = line.path("taps").asLong();
                long subsidy = line.path("subsidy").asLong();
                JsonNode seal = document.path("seal");
                outcome.sealed.add(new Outcome.Sealed(
                        day, seal.path("no").asLong(), seal.path("hash").asText(), taps, subsidy));
                return taps == approved.size() && subsidy == fen
                        ? List.of()
                        : List.of("%s: sent were %d taps and %d fen, published are %d and %d"
                                .formatted(day, approved.size(), fen, taps, subsidy));
            }
        }
        throw new ConsoleException("the publication of " + day + " has no total");
    }

    private Invariant holds() throws IOException, StageException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (LocalDate day : List.of(days.first(), days.second(), days.second().plusDays(1))) {
            screen.progress("verifying " + day);
            Audit audit = stage.verify(day);
            outcome.audits.add("verify --day %s: exit code %d".formatted(day, audit.exitCode()));
            if (audit.exitCode() != 0) {
                wrong.add(audit.printed());
            }
        }
        return new Invariant("verify --day finds every sealed day as it was", wrong);
    }

    private Invariant tamperingIsNamed() throws IOException, StageException, SQLException, InterruptedException {
        Sale.Key key = days.firstSales().values().stream()
                .flatMap(List::stream)
                .filter(sale -> sale.fate() == Fate.COUNTED && sale.key().date().equals(days.first()))
                .findFirst()
                .orElseThrow()
                .key();
        addOneFen(key);
        screen.progress("verifying after one fen was changed");
        Audit audit = stage.verify(days.first());
        String name = "tap_date %s, terminal %d, sequence %d,"
                .formatted(key.date(), Long.parseLong(key.terminalId()), key.terminalSeq());
        String named = audit.printed()
                .lines()
                .filter(line -> line.contains(name))
                .findFirst()
                .orElse("");
        outcome.audits.add(
                "one fen more in %s verify --day: exit code %d, %s".formatted(name, audit.exitCode(), named.strip()));
        boolean found = audit.exitCode() == 1 && !named.isEmpty();
        return new Invariant(
                "verify names the tap in which one fen was changed",
                found
                        ? List.of()
                        : List.of(name + " was changed; exit code " + audit.exitCode() + ": " + audit.printed()));
    }

    private void addOneFen(Sale.Key key) throws SQLException, StageException {
        try (Connection connection = Database.openToWrite(stage.runtime().databaseUrl());
                Statement unguarded = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(ONE_FEN)) {
            unguarded.execute(UNGUARDED);
            update.setObject(1, key.date());
            update.setLong(2, Long.parseLong(key.terminalId()));
            update.setLong(3, key.terminalSeq());
            update.setInt(4, key.cardSerial());
            if (update.executeUpdate() != 1) {
                throw new StageException("the tap that was to be changed is not there");
            }
        }
    }
}
