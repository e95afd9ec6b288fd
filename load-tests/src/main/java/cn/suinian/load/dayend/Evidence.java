package cn.suinian.load.dayend;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.Stage.Audit;
import cn.suinian.load.stage.StageException;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.Sale;
import cn.suinian.load.statement.Sale.Fate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** That what was sealed and published is what happened, and that nobody changes it unnoticed. */
final class Evidence {
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
        return List.of(
                published(publications),
                holds(),
                new Tampering(stage, screen, days, outcome.audits).everyKindIsNamed());
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
                long payable = line.path("payable").asLong();
                JsonNode seal = document.path("seal");
                outcome.sealed.add(new Outcome.Sealed(
                        day, seal.path("no").asLong(), seal.path("hash").asText(), taps, payable));
                return taps == approved.size() && payable == fen
                        ? List.of()
                        : List.of("%s: sent were %d taps and %d fen, published are %d and %d"
                                .formatted(day, approved.size(), fen, taps, payable));
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
}
