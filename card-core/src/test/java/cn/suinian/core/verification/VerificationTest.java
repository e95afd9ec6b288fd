package cn.suinian.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.verification.Finding.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class VerificationTest {

    private static final Check MANY_ROWS =
            Check.that("nothing counts to twelve", List.of(), "SELECT * FROM generate_series(1, 12)", "count less");
    private static final Check MISSING_TABLE =
            Check.that("no ghost is pale", List.of("ghost"), "SELECT * FROM ghost", "light a candle");
    private static final Check BROKEN_QUERY = Check.that("no column is odd", List.of(), "SELECT odd", "mend it");
    private static final Check SOUND = Check.that("nothing is nothing", List.of("tap"), "SELECT 1 WHERE false", "");

    @Test
    void countsEveryRowShowsTheFirstAndGoesOnAfterAFailure(Database database) throws SQLException {
        List<Finding> findings = run(database, MISSING_TABLE, BROKEN_QUERY, MANY_ROWS, SOUND);

        assertThat(findings)
                .extracting(Finding::state)
                .containsExactly(State.SKIPPED, State.FAILED, State.BROKEN, State.HOLDS);
        assertThat(findings.get(1).examples().get(0)).contains("42703", "odd");
        assertThat(findings.get(2).rows()).isEqualTo(12);
        assertThat(findings.get(2).examples()).containsExactly("(1)", "(2)", "(3)", "(4)", "(5)");
    }

    @Test
    void aNoticeIsNoBreach(Database database) throws SQLException {
        Check notice = Check.notice("nothing is one", List.of(), "SELECT 1", "look");

        Finding finding = run(database, notice).get(0);

        assertThat(finding.state()).isEqualTo(State.NOTICED);
        assertThat(finding.isGood()).isTrue();
    }

    @Test
    void everyCheckSeesTheSameMoment(Database database) throws SQLException {
        TestServers.ask(database, "CREATE TABLE moment (n int)");
        Check empty = Check.that("the moment is empty", List.of("moment"), "TABLE moment", "");
        List<Finding> findings = new ArrayList<>();

        Verification.run(database.dataSource(), List.of(empty, empty), new Verification.Listener() {
            @Override
            public void ended(Finding finding) {
                findings.add(finding);
                write(database);
            }
        });

        assertThat(findings).extracting(Finding::state).containsExactly(State.HOLDS, State.HOLDS);
        assertThat(run(database, empty).get(0).state()).isEqualTo(State.BROKEN);
    }

    @Test
    void cannotWrite(Database database) throws SQLException {
        Check writes = Check.that("this writes", List.of(), "SELECT nextval('holder_holder_id_seq')", "");

        assertThat(run(database, writes).get(0).examples().get(0)).contains("read-only transaction");
    }

    private static void write(Database database) {
        try {
            TestServers.ask(database, "INSERT INTO moment VALUES (1)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Finding> run(Database database, Check... checks) throws SQLException {
        return Verification.run(database.dataSource(), List.of(checks), Verification.Listener.SILENT);
    }
}
