package cn.suinian.load.dayend;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import cn.suinian.load.statement.BreakKind;
import cn.suinian.load.statement.Difference;
import cn.suinian.load.statement.FoundBreak;
import cn.suinian.load.statement.Planting.Planted;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows what a day end came to. */
final class DayEndReport {
    private static final int HASH_SHOWN = 16;
    private static final int REFUSAL_SHOWN = 150;

    private final Screen screen;
    private final Planted planted;

    DayEndReport(Screen screen, Planted planted) {
        this.screen = screen;
        this.planted = planted;
    }

    void show(Outcome outcome) {
        statements(outcome);
        kinds(outcome);
        differences(outcome);
        refusals(outcome);
        payments(outcome);
        seals(outcome);
        screen.line("");
        screen.line("day end: %,d requests to the console by three members of staff, %.0f s"
                .formatted(outcome.requests, outcome.seconds));
    }

    private void statements(Outcome outcome) {
        screen.line("");
        Table table = new Table("statement", "day", "format", "rows", "yuan", "bad", "repeated", "trailer", "grouped");
        outcome.statements.forEach((statement, taken) -> table.row(
                statement.vendor(),
                statement.day(),
                statement.form().text(),
                statement.rows(),
                Table.yuan(statement.amountFen()),
                statement.badRows(),
                statement.repeatedRows(),
                statement.held() ? "differs, held" : "agrees",
                taken.grouped()));
        table.row(
                outcome.otherStatements + " others",
                "both",
                "our CSV, UTF-8",
                outcome.otherRows,
                "",
                0,
                0,
                "agrees",
                "");
        table.show(screen);
    }

    private void kinds(Outcome outcome) {
        Map<BreakKind, long[]> sums = new EnumMap<>(BreakKind.class);
        for (Difference difference : planted.differences()) {
            long[] sum = sums.computeIfAbsent(difference.kind(), kind -> new long[4]);
            sum[0]++;
            sum[1] += difference.money().riskFen();
            FoundBreak found = outcome.found.get(difference);
            if (found != null) {
                sum[2]++;
                sum[3] += found.money().riskFen();
            }
        }
        screen.line("");
        Table table = new Table("difference", "planted", "at risk yuan", "found", "at risk yuan");
        sums.forEach((kind, sum) -> table.row(kind.text(), sum[0], Table.yuan(sum[1]), sum[2], Table.yuan(sum[3])));
        table.show(screen);
    }

    private void differences(Outcome outcome) {
        screen.line("");
        Table table = new Table(
                "what the vendor did", "vendor", "day", "found as", "ours", "theirs", "at risk", "ended", "moved");
        for (Difference difference : planted.differences()) {
            FoundBreak found = outcome.found.get(difference);
            FoundBreak ended = outcome.ended.get(difference);
            table.row(
                    difference.what(),
                    difference.vendor(),
                    difference.day(),
                    found == null ? "NOT FOUND" : found.kind(),
                    found == null ? "" : Table.yuan(found.money().oursFen()),
                    found == null ? "" : Table.yuan(found.money().theirsFen()),
                    found == null ? "" : Table.yuan(found.money().riskFen()),
                    ended == null ? "" : ended.status(),
                    difference.movedFen() == 0 ? "" : Table.yuan(difference.movedFen()));
        }
        table.show(screen);
    }

    private void refusals(Outcome outcome) {
        screen.line("");
        Map<String, Integer> counts = new LinkedHashMap<>();
        outcome.refusals.forEach(refusal -> counts.merge(shortened(refusal), 1, Integer::sum));
        counts.forEach((refusal, times) -> screen.line("  refused %d x: %s".formatted(times, refusal)));
        outcome.held.forEach((vendor, flags) -> screen.line(
                flags < 0
                        ? "  held before payment: " + vendor + ", and not released"
                        : "  held before payment: " + vendor + ", released by two after " + flags + " flags"));
    }

    private static String shortened(String refusal) {
        return refusal.length() > REFUSAL_SHOWN ? refusal.substring(0, REFUSAL_SHOWN) + "…" : refusal;
    }

    private void payments(Outcome outcome) {
        screen.line("");
        Table table = new Table(
                "payer",
                "payments",
                "owed for taps",
                "ordered",
                "came back",
                "paid again",
                "adjusted",
                "ordered",
                "taken off");
        long[] total = new long[8];
        outcome.paid.forEach((payer, paid) -> {
            long[] row = {
                paid.payments(),
                paid.dueFen(),
                paid.orderedFen(),
                paid.returnedFen(),
                paid.paidAgainFen(),
                paid.adjustedFen(),
                paid.adjustmentsPaidFen(),
                paid.carriedFen()
            };
            row(table, payer.name(), row);
            for (int i = 0; i < total.length; i++) {
                total[i] += row[i];
            }
        });
        row(table, "total", total);
        table.show(screen);
    }

    private static void row(Table table, String name, long[] sums) {
        table.row(
                name,
                sums[0],
                Table.yuan(sums[1]),
                Table.yuan(sums[2]),
                Table.yuan(sums[3]),
                Table.yuan(sums[4]),
                Table.yuan(sums[5]),
                Table.yuan(sums[6]),
                Table.yuan(sums[7]));
    }

    private void seals(Outcome outcome) {
        screen.line("");
        Table table = new Table("sealed and published", "seal", "hash", "taps", "yuan");
        outcome.sealed.forEach(each -> table.row(
                each.day(),
                each.sealNo(),
                each.hash().substring(0, Math.min(HASH_SHOWN, each.hash().length())) + "…",
                each.taps(),
                Table.yuan(each.subsidyFen())));
        table.show(screen);
        outcome.audits.forEach(audit -> screen.line("  " + audit));
    }
}
