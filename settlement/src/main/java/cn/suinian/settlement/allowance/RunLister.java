package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.allowance.policy.MonthlyRun;
import cn.suinian.settlement.allowance.policy.RunLine;
import cn.suinian.settlement.allowance.policy.Tiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Makes a district's list of a month, in the transaction of the act. */
final class RunLister {

    /** Two years: what is older is a matter for people, and a list must not take longer every month. */
    static final int MONTHS_LOOKED_BACK = 24;

    private static final int TELL_EVERY = 10_000;

    /** Lists read what other lists ordered, so one is made at a time; next to the lens's 7210. */
    private static final String ONE_AT_A_TIME = "SELECT pg_try_advisory_xact_lock(7211)";

    private static final String TIERS = "SELECT from_age, to_age, fen, valid_from, valid_to FROM allowance_tier";

    private final Connection transaction;
    private final AllowanceRuns.Listener listener;

    RunLister(Connection transaction, AllowanceRuns.Listener listener) {
        this.transaction = transaction;
        this.listener = listener;
    }

    /** The new run; its lines and sums are written. */
    long list(YearMonth month, District district) throws SQLException {
        oneAtATime(transaction);
        RunStore runs = new RunStore(transaction);
        boolean compare = runs.find(month.minusMonths(1), district).isPresent();
        long runNo = runs.open(month, district);
        MonthlyRun run = new MonthlyRun(district, month, since(runs, month, district), tiers());
        Differences differences = new Differences(run, compare);
        LineStore store = new LineStore(transaction, runNo);
        long[] seen = {0};
        new PeopleStore(transaction).forEach(run, runNo, candidate -> {
            add(store, differences, candidate, run.lines(candidate.person(), candidate.ordered()));
            if (++seen[0] % TELL_EVERY == 0) {
                listener.reached(district, seen[0]);
            }
        });
        store.finish();
        runs.total(runNo);
        listener.reached(district, seen[0]);
        return runNo;
    }

    private static void add(
            LineStore store, Differences differences, PeopleStore.Candidate candidate, List<RunLine> lines)
            throws SQLException {
        for (RunLine line : lines) {
            if (candidate.hasAccount() || !line.kind().isPaid()) {
                store.add(candidate.holderId(), line);
            }
        }
        for (Note note : differences.of(candidate, lines)) {
            store.add(note);
        }
    }

    /**
     * From here nobody makes a list until the transaction ends: for that, and for what a list would not know of.
     *
     * @throws RefusedException with {@code BUSY} when one is being made
     */
    static void oneAtATime(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(ONE_AT_A_TIME)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new RefusedException(AllowanceRefusal.BUSY);
            }
        }
    }

    /** What was due before a district's first run is not ours: another system paid it. */
    private static YearMonth since(RunStore runs, YearMonth month, District district) throws SQLException {
        YearMonth earliest = month.minusMonths(MONTHS_LOOKED_BACK);
        YearMonth first = runs.findFirst(district).orElse(month);
        return first.isAfter(earliest) ? first : earliest;
    }

    private Tiers tiers() throws SQLException {
        List<Tiers.Tier> tiers = new ArrayList<>();
        try (PreparedStatement select = transaction.prepareStatement(TIERS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tiers.add(new Tiers.Tier(
                        row.getInt("from_age"),
                        row.getInt("to_age"),
                        row.getLong("fen"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)));
            }
        }
        return new Tiers(tiers);
    }
}
