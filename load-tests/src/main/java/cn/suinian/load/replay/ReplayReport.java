package cn.suinian.load.replay;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import java.util.function.ToLongFunction;

/** Shows what a replay came to. */
final class ReplayReport {
    private static final int SKIPPED_SHOWN = 20;

    private final Screen screen;

    ReplayReport(Screen screen) {
        this.screen = screen;
    }

    void file(TapFile file, ReplayCity city, WeekMove move) {
        screen.line("%,d records can be sent, %,d are skipped; %,d cards, %,d terminals, %,d companies"
                .formatted(
                        file.taps().size(),
                        file.skipped().size(),
                        city.cardNumbers().size(),
                        city.companyOfTerminal().size(),
                        city.vendorCodes().size()));
        skipped(file);
        screen.line("times are moved by %d weeks".formatted(move.weeks()));
    }

    void skipped(TapFile file) {
        file.skipped().stream()
                .limit(SKIPPED_SHOWN)
                .forEach(each -> screen.line("  record %d skipped: %s".formatted(each.number(), each.why())));
        if (file.skipped().size() > SKIPPED_SHOWN) {
            screen.line("  and %,d more".formatted(file.skipped().size() - SKIPPED_SHOWN));
        }
    }

    /** A COMPLETED tap has found its other half, so that half is no longer one. */
    void outcomes(int taps, Sending sending) {
        long completed = sending.count("journey COMPLETED");
        long halves = sending.count("journey OPENED") + sending.count("journey ENTRY_MISSING") - completed;
        screen.line("");
        Table table = new Table("outcome", "taps")
                .row("sent", taps)
                .row("approved", sending.count("APPROVED"))
                .row("declined", sending.count("DECLINED"));
        sending.counted("DECLINED ").forEach(what -> table.row("  " + what.substring(9), sending.count(what)));
        sending.counted("HTTP ").forEach(what -> table.row("  " + what, sending.count(what)));
        table.row("journeys paired", completed).row("journeys half", halves);
        table.show(screen);
    }

    void companies(CompanyTotals totals) {
        screen.line("");
        Table table = new Table("company (yuan)", "file", "skipped", "sent", "cleared", "");
        totals.companies()
                .forEach(company -> table.row(
                        company,
                        Table.yuan(totals.fileFen(company)),
                        Table.yuan(totals.skippedFen(company)),
                        Table.yuan(totals.sentFen(company)),
                        Table.yuan(totals.clearedFen(company)),
                        totals.agree(company) ? "ok" : "DIFFERS"));
        table.row(
                "total",
                Table.yuan(sum(totals, totals::fileFen)),
                Table.yuan(sum(totals, totals::skippedFen)),
                Table.yuan(sum(totals, totals::sentFen)),
                Table.yuan(sum(totals, totals::clearedFen)),
                "");
        table.show(screen);
    }

    private static long sum(CompanyTotals totals, ToLongFunction<String> fen) {
        return totals.companies().stream().mapToLong(fen).sum();
    }
}
