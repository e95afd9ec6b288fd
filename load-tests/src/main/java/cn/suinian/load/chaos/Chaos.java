package cn.suinian.load.chaos;

import cn.suinian.load.audit.Books;
import cn.suinian.load.audit.Invariant;
import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityFile;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Database;
import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Breaks real processes under load, round after round, and says whether every tap came through once. */
public final class Chaos {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 61;
    private static final int CALM_MILLIS = 700;
    private static final int FAILED = 1;
    private static final int NOT_CARRIED_OUT = 2;

    private final ChaosOptions options;
    private final Screen screen;
    private final Clock clock;
    private final Random random;
    private final TapLedger ledger = new TapLedger();
    private final List<Round> rounds = new ArrayList<>();
    private int lost;
    private int doubled;

    private Chaos(ChaosOptions options, Screen screen, Clock clock) {
        this.options = options;
        this.screen = screen;
        this.clock = clock;
        this.random = new Random(options.seed());
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, Screen.ofProcess()));
    }

    /** Exit code: 0 every tap came through once, 1 one did not, 2 it could not be carried out. */
    static int run(String[] arguments, Screen screen) {
        ChaosOptions options;
        try {
            options = ChaosOptions.parse(arguments, System.nanoTime() >>> 16 & 0xffffff);
        } catch (IllegalArgumentException e) {
            screen.line(String.valueOf(e.getMessage()));
            screen.line(ChaosOptions.USAGE);
            return NOT_CARRIED_OUT;
        }
        Optional<String> missing = Signals.missing();
        if (missing.isPresent()) {
            screen.line("Not carried out: " + missing.get());
            return NOT_CARRIED_OUT;
        }
        try {
            return new Chaos(options, screen, Clock.system(SHANGHAI)).run() ? 0 : FAILED;
        } catch (IOException e) {
            screen.line("chaos could not be carried out: " + e.getMessage());
        } catch (InterruptedException e) {
            screen.line("interrupted");
        }
        return NOT_CARRIED_OUT;
    }

    private boolean run() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("suinian-chaos-");
        screen.line("chaos: %d rounds, seed %d, in %s".formatted(options.rounds(), options.seed(), directory));
        boolean held = false;
        int round = 0;
        try (Fleet fleet = Fleet.start(options.gateway(), directory, screen)) {
            try (Load load = load(fleet)) {
                Settling settling = settling(fleet);
                for (FaultKind kind : draw()) {
                    round++;
                    if (!round(fleet, load, settling, round, kind)) {
                        break;
                    }
                }
                held = end(fleet, settling);
            } catch (StageException | SQLException | RuntimeException failure) {
                screen.line("round " + round + " broke off: " + failure);
            } finally {
                if (!held) {
                    fleet.keepDirectory();
                }
            }
        } catch (StageException failure) {
            screen.line("the processes could not be started: " + failure.getMessage());
        }
        if (!held) {
            screen.line("Kept: " + directory);
            screen.line("Again: ./suinian chaos --rounds %d --seed %d".formatted(Math.max(1, round), options.seed()));
        }
        return held;
    }

    /** Every kind comes before one comes again, in an order that the seed decides. */
    private List<FaultKind> draw() {
        List<FaultKind> kinds = new ArrayList<>(options.kinds());
        if (!Signals.canLimitFiles() && kinds.remove(FaultKind.DISK_FULL)) {
            screen.line("no prlimit here: " + FaultKind.DISK_FULL.text() + " is left out");
        }
        List<FaultKind> drawn = new ArrayList<>();
        while (drawn.size() < options.rounds()) {
            Collections.shuffle(kinds, random);
            drawn.addAll(kinds);
        }
        return drawn.subList(0, options.rounds());
    }

    private boolean round(Fleet fleet, Load load, Settling settling, int number, FaultKind kind)
            throws StageException, IOException, SQLException, InterruptedException {
        screen.progress("round %d of %d: %s".formatted(number, options.rounds(), kind.text()));
        int before = ledger.all().size();
        long started = System.nanoTime();
        load.start();
        try {
            calm();
            Fault.draw(kind, random).happenTo(fleet);
            fleet.heal();
            calm();
        } finally {
            load.rest();
        }
        List<SentTap> all = ledger.all();
        Round result = Round.of(kind, all.subList(before, all.size()), System.nanoTime());
        rounds.add(result);
        settling.settle();
        settling.askAgain();
        DatabaseProbe.awaitQuiet(fleet.databaseUrl());
        List<Invariant> audited = audit(fleet, false);
        boolean held = audited.stream().allMatch(Invariant::holds);
        screen.line("round %d of %d  %-59s %,6d taps, %3d unanswered, longest wait %4.1f s, %s (%.0f s)"
                .formatted(
                        number,
                        options.rounds(),
                        kind.text(),
                        result.taps(),
                        result.unanswered(),
                        result.waited().toMillis() / 1000.0,
                        held ? "audit ok" : "AUDIT BROKE",
                        (System.nanoTime() - started) / 1e9));
        if (!held) {
            new ChaosReport(screen).broken(audited);
        }
        return held;
    }

    private boolean end(Fleet fleet, Settling settling)
            throws StageException, IOException, SQLException, InterruptedException {
        screen.progress("settling the last outcomes");
        settling.settleAll();
        DatabaseProbe.awaitQuiet(fleet.databaseUrl());
        screen.progress("auditing %,d taps".formatted(ledger.all().size()));
        List<Invariant> audited = audit(fleet, true);
        screen.progress("verifying the database");
        Path said = fleet.directory().resolve("verify.out");
        boolean verified = fleet.verify(said) == 0;
        ChaosReport report = new ChaosReport(screen);
        report.faults(rounds);
        report.taps(ledger, lost, doubled);
        report.traces(Traces.read(fleet.directory()));
        report.invariants(audited);
        screen.line((verified ? "  ok     " : "  BROKE  ") + "suinian verify finds the database sound");
        if (!verified) {
            Files.readAllLines(said).forEach(screen::line);
        }
        boolean held = verified && audited.stream().allMatch(Invariant::holds);
        screen.line("");
        screen.line(held ? "every tap came through once" : "a tap did not come through as it should");
        return held;
    }

    private List<Invariant> audit(Fleet fleet, boolean ended) throws SQLException {
        try (Connection connection = Database.open(fleet.databaseUrl())) {
            ChaosAudit audit = new ChaosAudit(ledger.all(), StoredTap.readAll(connection), ended);
            lost = audit.lost().size();
            doubled = audit.doubled().size();
            return audit.all();
        }
    }

    private Load load(Fleet fleet) throws IOException, SQLException {
        City city = CityFile.read(fleet.cityFile());
        LocalDate old = LocalDate.now(clock).minusYears(YEARS);
        List<CityCard> cards = city.cards().stream()
                .filter(card -> card.isActive() && card.bornOn().isBefore(old))
                .toList();
        try (Connection connection = Database.open(fleet.databaseUrl())) {
            WorkCalendar calendar = new WorkCalendar(
                    Books.readCalendar(connection, "HOLIDAY"), Books.readCalendar(connection, "MAKEUP_WORKDAY"));
            Map<String, String> kinds = Books.readVendorKinds(connection);
            return new Load(new Places(city, kinds, calendar, clock), cards, sender(fleet), ledger, options.seed());
        }
    }

    private Settling settling(Fleet fleet) {
        return new Settling(ledger, sender(fleet), new Random(options.seed() + 1));
    }

    private Sender sender(Fleet fleet) {
        return new Sender(fleet.terminalUrls(), ledger, clock);
    }

    private void calm() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(CALM_MILLIS + random.nextInt(CALM_MILLIS));
    }
}
