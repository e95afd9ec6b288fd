package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step whose session dies when everything but its commit is done leaves nothing, and is simply done again. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceKilledTest {

    /** The audit entry is the last thing of every act: whoever writes this one dies. */
    private static final String ARM = """
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.act = '%s' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER dies BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION die()
            """;

    private AllowanceCity city;

    @BeforeEach
    void open(Database database) throws Exception {
        city = new AllowanceCity(database);
        for (long holder = 1; holder <= 30; holder++) {
            city.person(holder, "1950-03-01", "2026-05-02");
        }
    }

    @AfterEach
    void close() {
        city.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALLOWANCE_LISTED",
                "ALLOWANCE_CONFIRMED",
                "ALLOWANCE_APPROVED",
                "ALLOWANCE_ORDERED",
                "ALLOWANCE_RECONCILED"
            })
    void everyStepComesToTheSameAfterAKill(String step) throws Exception {
        city.ask(ARM.formatted(step));
        assertThatThrownBy(this::wholeMonth).isInstanceOf(SQLException.class);
        city.ask("DROP TRIGGER dies ON audit_log");
        wholeMonth();
        assertThat(city.ask("SELECT count(*) || ' ' || sum(fen) FROM allowance_payment"))
                .isEqualTo("30 600000");
        assertThat(city.ask("SELECT count(*) || ' ' || sum(amount_fen) FROM journal_transfer"))
                .isEqualTo("2 1200000");
        assertThat(city.ask("SELECT count(*) FROM allowance_run")).isEqualTo("1");
    }

    @Test
    void manyWhoDoTheSameMonthAtOnceOrderItOnce() throws Exception {
        Callable<Void> clerk = () -> {
            boolean done = false;
            while (!done) {
                try {
                    wholeMonth();
                    done = true;
                } catch (RefusedException another) {
                    done = city.ask("SELECT coalesce(max(state), '') FROM allowance_run")
                            .equals("RECONCILED");
                } catch (SQLException race) {
                    assertThat(race.getSQLState()).isEqualTo("23505");
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (Future<Void> each : threads.invokeAll(List.of(clerk, clerk, clerk))) {
            each.get();
        }
        threads.shutdown();
        assertThat(city.ask("SELECT count(*) || ' ' || sum(fen) FROM allowance_payment"))
                .isEqualTo("30 600000");
        assertThat(city.ask("SELECT count(*) || ' ' || sum(amount_fen) FROM journal_transfer"))
                .isEqualTo("2 1200000");
    }

    /** From wherever the month is. */
    private void wholeMonth() throws SQLException {
        AllowanceRun run = city.runs().list(MAKER, YearMonth.parse("2026-05"), FUTIAN, AllowanceRuns.Listener.SILENT);
        String state = city.reads().getRun(MAKER, run.runNo()).state().name();
        if (state.equals("LISTED")) {
            city.runs().confirm(MAKER, run.runNo(), "list checked");
        }
        String request = city.ask("SELECT max(request_no) FROM approval_request WHERE outcome IS NULL");
        if (request != null) {
            city.runs().approve(CHECKER, Long.parseLong(request));
        }
        city.runs().order(MAKER, run.runNo());
        city.ask("INSERT INTO allowance_result (payment_no, outcome, actor) SELECT payment_no, 'PAID', 'a test'"
                + " FROM allowance_payment WHERE run_no = " + run.runNo() + " ON CONFLICT DO NOTHING");
        city.runs().reconcile(MAKER, run.runNo());
    }
}
