package cn.suinian.gateway.app;

import cn.suinian.core.money.Fen;
import cn.suinian.gateway.command.UsageException;
import cn.suinian.settlement.businessday.BusinessDay;
import cn.suinian.settlement.businessday.BusinessDays;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.CloseRefused;
import cn.suinian.settlement.businessday.DayClose;
import cn.suinian.settlement.businessday.DayReport;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.risk.RiskRound;
import cn.suinian.settlement.risk.RiskScan;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Closes business days from the command line and says what they came to. */
final class CloseCommand {

    private static final String USAGE = "Usage: close [--day YYYY-MM-DD] [--json]";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final NodeConfig config;
    private final Clock clock;
    private final @Nullable LocalDate day;
    private final boolean json;

    private CloseCommand(NodeConfig config, Clock clock, @Nullable LocalDate day, boolean json) {
        this.config = config;
        this.clock = clock;
        this.day = day;
        this.json = json;
    }

    static CloseCommand parse(NodeConfig config, Clock clock, List<String> arguments) {
        LocalDate day = null;
        boolean json = false;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--json" -> json = true;
                case "--day" -> day = day(i + 1 < arguments.size() ? arguments.get(++i) : "");
                default -> throw new UsageException("close does not know \"" + arguments.get(i) + "\"\n" + USAGE);
            }
        }
        return new CloseCommand(config, clock, day, json);
    }

    int run() throws SQLException, IOException {
        try (DatabaseAccess access = DatabaseAccess.open(config)) {
            Schema.migrate(access.owner(), access.database());
            DataSource database = access.database().dataSource();
            Set<LocalDate> begun = new TreeSet<>();
            try {
                List<DayReport> reports = reports(database, close(database, begun));
                if (day != null && reports.isEmpty()) {
                    Screen.complain(day + " was never a business day here");
                    return 1;
                }
                print(reports);
                lookForRisks(database);
                return 0;
            } catch (CloseRefused refused) {
                List<DayReport> closed = closedOf(reports(database, begun));
                if (json || !closed.isEmpty()) {
                    print(closed);
                }
                Screen.complain(refused.getMessage());
                return 1;
            }
        }
    }

    /** The days are closed whatever this finds; a node with the settlement role does what it leaves. */
    private static void lookForRisks(DataSource database) {
        RiskScan scan = new RiskScan(
                database, "close command, process " + ProcessHandle.current().pid());
        try {
            Optional<RiskRound> round = scan.finishOldestDay();
            while (round.isPresent()) {
                if (round.get().newFlags() > 0) {
                    Screen.complain("taps that look wrong: " + round.get().newFlags() + " more, see the console");
                }
                round = round.get().caughtUp() ? Optional.empty() : scan.finishOldestDay();
            }
        } catch (SQLException failure) {
            Screen.complain(
                    "looking for taps that look wrong failed and is tried again by a node: " + failure.getMessage());
        }
    }

    private static List<DayReport> reports(DataSource database, Collection<LocalDate> days) throws SQLException {
        List<DayReport> reports = new ArrayList<>();
        for (LocalDate each : days) {
            new BusinessDays(database).findReport(each).ifPresent(reports::add);
        }
        return reports;
    }

    /** What was closed before a later day was refused stays closed, and whoever reads the output has to hear of it. */
    private static List<DayReport> closedOf(List<DayReport> reports) {
        return reports.stream()
                .filter(report -> report.businessDay().isCleared())
                .toList();
    }

    /** The days to report: the one asked for whether or not it was closed just now, else all that were. */
    private List<LocalDate> close(DataSource database, Set<LocalDate> begun) throws SQLException {
        String by = "close command, process " + ProcessHandle.current().pid();
        DayClose close = new DayClose(database, clock, ClosePolicy.DEFAULT, by);
        LocalDate yesterday = LocalDate.now(clock.withZone(SHANGHAI)).minusDays(1);
        LocalDate last = day == null ? yesterday : day;
        List<LocalDate> closed = closedBefore(database, last)
                ? List.of()
                : close.closeThrough(last, progress -> {
                    begun.add(progress.day());
                    Screen.complain(progress.day() + " (" + progress.ordinal() + " of " + progress.of() + ") "
                            + progress.step() + ": " + progress.detail());
                });
        return day == null || closed.contains(day) ? closed : List.of(day);
    }

    private static boolean closedBefore(DataSource database, LocalDate last) throws SQLException {
        Optional<BusinessDay> known = new BusinessDays(database).find(last);
        return known.isPresent() && known.get().isCleared();
    }

    private void print(List<DayReport> reports) throws IOException {
        if (json) {
            Screen.say(json(reports).toString());
            return;
        }
        if (reports.isEmpty()) {
            Screen.say("There is no business day to close.");
        }
        reports.forEach(CloseCommand::print);
    }

    private static void print(DayReport report) {
        Screen.say("");
        Screen.say("Business day " + report.businessDay().day() + "  "
                + report.businessDay().state());
        Screen.say(String.format(
                "  %-14s %-10s %-9s %8s %14s %14s %12s %12s %12s",
                "vendor", "payer", "service", "taps", "gross yuan", "subsidy", "self-pay", "operator", "delivery"));
        for (ClearingLine line : report.lines()) {
            row(line.vendorCode(), line.payerLabel(), line.service().name(), line.sums());
        }
        row("total", "", "", report.totals());
        if (!report.reversals().isEmpty()) {
            Screen.say("  taken back:");
            for (ClearingLine line : report.reversals()) {
                row(line.vendorCode(), line.payerLabel(), line.service().name(), line.sums());
            }
            row("total", "", "", report.reversed());
        }
        Screen.say("  journal: debits " + Fen.yuan(report.journal().debitFen()) + ", credits "
                + Fen.yuan(report.journal().creditFen()));
        report.declines()
                .forEach(decline ->
                        Screen.say("  declined: " + decline.service() + " " + decline.reason() + " " + decline.taps()));
    }

    private static void row(String vendor, String payer, String service, Sums sums) {
        Screen.say(String.format(
                "  %-14s %-10s %-9s %8d %14s %14s %12s %12s %12s",
                vendor,
                payer,
                service,
                sums.taps(),
                Fen.yuan(sums.grossFen()),
                Fen.yuan(sums.subsidyFen()),
                Fen.yuan(sums.selfPayFen()),
                Fen.yuan(sums.operatorSubsidyFen()),
                Fen.yuan(sums.deliverySubsidyFen())));
    }

    private static ObjectNode json(List<DayReport> reports) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ArrayNode days = root.putArray("days");
        for (DayReport report : reports) {
            ObjectNode node = days.addObject();
            node.put("day", report.businessDay().day().toString());
            node.put("state", report.businessDay().state().name());
            addLines(node.putArray("lines"), report.lines());
            addLines(node.putArray("reversals"), report.reversals());
            node.putObject("journal")
                    .put("debit", report.journal().debitFen())
                    .put("credit", report.journal().creditFen());
        }
        return root;
    }

    private static void addLines(ArrayNode array, List<ClearingLine> lines) {
        for (ClearingLine line : lines) {
            array.addObject()
                    .put("vendor", line.vendorCode())
                    .put("vendorName", line.vendorName())
                    .put("payer", line.payerLabel())
                    .put("service", line.service().name())
                    .put("taps", line.sums().taps())
                    .put("gross", line.sums().grossFen())
                    .put("subsidy", line.sums().subsidyFen())
                    .put("selfPay", line.sums().selfPayFen())
                    .put("operatorSubsidy", line.sums().operatorSubsidyFen())
                    .put("deliverySubsidy", line.sums().deliverySubsidyFen());
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new UsageException("--day takes a date, YYYY-MM-DD\n" + USAGE);
        }
    }
}
