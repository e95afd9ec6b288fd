package cn.suinian.settlement.lens.look;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.look.FindingStore.Part;
import cn.suinian.settlement.lens.policy.Finding;
import cn.suinian.settlement.lens.policy.LensLimits;
import cn.suinian.settlement.lens.policy.PeerComparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at cleared business days before they are paid. Blocks, for as long as a scan of a day's taps takes. */
public final class Lens {

    private static final Actor HOUSE = Actor.house("lens");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Transactions transactions;
    private final Holds holds;
    private final Clock clock;

    /** Looks by the limits that hold on the day that the clock tells. */
    public Lens(Transactions transactions, Holds holds, Clock clock) {
        this.transactions = transactions;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Looks at the oldest day that is cleared, scanned for flags and not looked at.
     *
     * @return empty when there is none
     * @throws SQLException when the database failed: nothing was kept, try again
     */
    public Optional<LensRound> lookAtOldest() throws SQLException {
        return transactions.run(transaction -> {
            FindingStore findings = new FindingStore(transaction);
            findings.takeTurn();
            Optional<LocalDate> day = findings.findOldest();
            return day.isEmpty() ? Optional.empty() : Optional.of(look(transaction, day.get()));
        });
    }

    /**
     * Looks at a day, perhaps once more: what was found and held before stays.
     *
     * @throws IllegalStateException when the day is not cleared, or the risk scan has not been through it
     * @throws SQLException when the database failed: nothing was kept, try again
     */
    public LensRound lookAt(LocalDate day) throws SQLException {
        return transactions.run(transaction -> {
            FindingStore findings = new FindingStore(transaction);
            findings.takeTurn();
            if (!findings.isReady(day)) {
                throw new IllegalStateException(day + " is not cleared and scanned for flags yet");
            }
            return look(transaction, day);
        });
    }

    /** Whether a day was looked at: before that, its money should not be paid. */
    public static boolean hasLookedAt(Connection transaction, LocalDate day) throws SQLException {
        return new FindingStore(transaction).isLookedAt(day);
    }

    /** Cleared days up to this one that were not looked at, the oldest ten. */
    public static List<LocalDate> listNotLookedAt(Connection transaction, LocalDate throughDay) throws SQLException {
        return new FindingStore(transaction).listNotLookedAt(throughDay);
    }

    private LensRound look(Connection transaction, LocalDate day) throws SQLException {
        FigureStore figures = new FigureStore(transaction);
        FindingStore findings = new FindingStore(transaction);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        LensLimits limits = figures.limits(today);
        HoursByVendor hours = new HoursByVendor();
        figures.minutes(day, today, hours::add);
        int found =
                addOutsideHours(day, hours.judge(limits), findings) + compareCanteens(day, limits, figures, findings);
        findings.finish(day);
        int held = 0;
        for (HoldRequest hold : findings.listTooMuch(day, today)) {
            held += holds.placeByTheHouse(transaction, HOUSE, hold).isPresent() ? 1 : 0;
        }
        return new LensRound(day, found, held);
    }

    private static int addOutsideHours(LocalDate day, List<HoursByVendor.Judged> outside, FindingStore findings)
            throws SQLException {
        int found = 0;
        for (HoursByVendor.Judged judged : outside) {
            found += findings.add(day, judged.finding(), judged.money()) ? 1 : 0;
        }
        return found;
    }

    private static int compareCanteens(LocalDate day, LensLimits limits, FigureStore figures, FindingStore findings)
            throws SQLException {
        List<Finding> outOfLine = new PeerComparison(limits).judge(figures.canteens(day));
        if (outOfLine.isEmpty()) {
            return 0;
        }
        List<Integer> vendors =
                outOfLine.stream().map(Finding::vendorId).distinct().toList();
        Map<Integer, Map<Payer, Long>> money = figures.mealMoney(day, vendors);
        int found = 0;
        for (Finding finding : outOfLine) {
            List<Part> parts = new ArrayList<>();
            money.getOrDefault(finding.vendorId(), Map.of())
                    .forEach((payer, fen) -> parts.add(new Part(payer, Service.MEAL, fen)));
            found += findings.add(day, finding, parts) ? 1 : 0;
        }
        return found;
    }
}
