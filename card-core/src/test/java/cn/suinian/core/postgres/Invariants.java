package cn.suinian.core.postgres;

import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the checks of every module on the class path: those that {@code suinian verify} makes. */
public final class Invariants {
    private static final List<Check> ALL = Verification.allChecks();

    /** Tests of lanes alone have people and cards, but neither vendors nor terminals. */
    private static final Set<String> OF_A_WHOLE_CITY =
            Set.of("every tap was made at a known vendor", "every tap was made at a known terminal");

    private Invariants() {}

    /** Fails with the sentence and the first offending rows of each check that does not hold, but for these. */
    public static void check(Database database, Set<String> brokenOnPurpose) throws SQLException {
        boolean wholeCity = "t".equals(TestServers.ask(database, "SELECT EXISTS (SELECT FROM terminal)"));
        List<Check> checks = ALL.stream()
                .filter(check -> !brokenOnPurpose.contains(check.sentence()))
                .filter(check -> wholeCity || !OF_A_WHOLE_CITY.contains(check.sentence()))
                .toList();
        List<String> breaches = new ArrayList<>();
        for (Finding finding : Verification.run(database.dataSource(), checks, Verification.Listener.SILENT)) {
            if (!finding.isGood()) {
                finding.examples().forEach(row -> breaches.add(finding.check().sentence() + ": " + row));
            }
        }
        if (!breaches.isEmpty()) {
            throw new AssertionError("Checks that no longer hold:\n" + String.join("\n", breaches));
        }
    }
}
