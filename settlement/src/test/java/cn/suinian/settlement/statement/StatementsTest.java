package cn.suinian.settlement.statement;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.Stand;
import cn.suinian.settlement.reconciliation.StatementText;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.statement.Statement.Held;
import cn.suinian.settlement.statement.Statement.State;
import cn.suinian.settlement.statement.Statements.Taken;
import cn.suinian.settlement.statement.format.StatementMapping;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StatementsTest {
    private static final String END_WRITERS = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()";

    private City city;
    private Stand stand;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void theSameFileAgainIsTheSameStatement() throws Exception {
        Taken first = stand.take(METRO, text(1, 2).csv());
        Taken again = stand.take(METRO, text(1, 2).csv());
        assertThat(first.before()).isFalse();
        assertThat(again.before()).isTrue();
        assertThat(again.statement()).isEqualTo(first.statement());
        assertThat(city.ask("SELECT count(*) FROM statement_row")).isEqualTo("2");
    }

    @Test
    void aFileThatWasWithdrawnByMistakeIsTakenInAgain() throws Exception {
        Taken first = stand.take(METRO, text(1, 2).csv());
        stand.statements.withdraw(CLERK, first.statement().statementId(), "the wrong button");
        Taken again = stand.take(METRO, text(1, 2).csv());
        assertThat(again.before()).isFalse();
        assertThat(again.statement().state()).isEqualTo(State.READY);
        assertThat(again.statement().counts().good()).isEqualTo(2);
    }

    @Test
    void aFileOfAnotherDayThanTheOneChosenIsRefused() throws Exception {
        InputStream file = new ByteArrayInputStream(text(1, 2).csv().getBytes(UTF_8));
        assertRefused(
                StatementRefusal.HEADER_OTHER_DAY,
                () -> stand.statements.take(
                        CLERK, new Statements.For(METRO, DAY_2), "a.csv", file, IngestProgress.SILENT));
    }

    @Test
    void aMappingIsTriedOnASampleAndNothingIsKept() throws Exception {
        String file = text(1, 30).csv().replace("T,30", "not a row\r\nT,30");
        MappingTrial trial =
                MappingTrial.of(CLERK, StatementMapping.OWN_CSV, new ByteArrayInputStream(file.getBytes(UTF_8)), 5);
        assertThat(trial.good()).isEqualTo(30);
        assertThat(trial.bad()).isEqualTo(1);
        assertThat(trial.rows()).hasSize(5);
        assertThat(trial.trailer()).isPresent();
        assertRefused(
                StatementRefusal.HEADER_UNREADABLE,
                () -> MappingTrial.of(
                        CLERK, StatementMapping.TRANSIT_CLEARING, new ByteArrayInputStream(file.getBytes(UTF_8)), 5));
        Actor futian = new Actor(4L, "futian", CLERK.permissions(), new Scope(District.FUTIAN, null), "");
        assertRefused(
                StatementRefusal.CITY_ONLY,
                () -> MappingTrial.of(
                        futian, StatementMapping.OWN_CSV, new ByteArrayInputStream(file.getBytes(UTF_8)), 5));
        assertThat(city.ask("SELECT count(*) FROM statement_row")).isEqualTo("0");
        assertThat(stand.mappings.get(AUDITOR, METRO)).isEqualTo(StatementMapping.OWN_CSV);
    }

    @Test
    void theSameFileFromTwoPeopleAtOnceIsTakenInOnce() throws Exception {
        String file = text(1, 500).csv();
        CompletableFuture<Taken> other = CompletableFuture.supplyAsync(() -> taken(file));
        Taken mine = stand.take(METRO, file);
        assertThat(mine.statement()).isEqualTo(other.get().statement());
        assertThat(mine.before()).isNotEqualTo(other.get().before());
        assertThat(city.ask("SELECT count(*) FROM statement_row")).isEqualTo("500");
    }

    @Test
    void aRepeatedRowIsCountedAndAContraryOneStands() throws Exception {
        stand.take(METRO, text(1, 2).csv());
        Statement second = stand.take(
                        METRO, text(2, 3).add(row(1).withMoney(301, 301)).csv())
                .statement();
        assertThat(second.counts().good()).isEqualTo(3);
        assertThat(second.counts().repeated()).isEqualTo(1);
        assertThat(second.counts().contrary()).isEqualTo(1);
        stand.statements.withdraw(CLERK, 1, "the wrong file");
        Statement after = stand.statements.get(AUDITOR, second.statementId());
        assertThat(after.counts().repeated()).isZero();
        assertThat(after.counts().contrary()).isZero();
        assertRefused(StatementRefusal.ALREADY_WITHDRAWN, () -> stand.statements.withdraw(CLERK, 1, "again"));
    }

    @Test
    void aTrailerThatDisagreesHoldsTheStatementUntilSomebodyAcceptsIt() throws Exception {
        Statement held = stand.take(METRO, text(1, 2).lyingBy(5).csv()).statement();
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.held()).containsExactly(Held.AMOUNT_DIFFERS);
        assertRefused(StatementRefusal.NOT_ALLOWED, () -> stand.statements.accept(AUDITOR, 1, "fine"));
        assertRefused(StatementRefusal.REASON_MISSING, () -> stand.statements.accept(CLERK, 1, " "));
        Statement accepted = stand.statements.accept(CLERK, 1, "their program adds up wrongly");
        assertThat(accepted.state()).isEqualTo(State.READY);
        assertThat(accepted.decision())
                .hasValueSatisfying(decision -> assertThat(decision.by()).isEqualTo("clerk"));
        assertRefused(StatementRefusal.NOT_HELD, () -> stand.statements.accept(CLERK, 1, "again"));
    }

    @Test
    void aFileWithoutItsEndIsHeld() throws Exception {
        String file = text(1, 2).csv();
        Statement held =
                stand.take(METRO, file.substring(0, file.indexOf("T,2"))).statement();
        assertThat(held.held()).containsExactly(Held.TRAILER_MISSING);
    }

    @Test
    void badRowsAreKeptWithLineAndReasonAndDoNothingInASpreadsheet() throws Exception {
        String file = text(1, 2).csv().replace("T,2", "=cmd|' /C calc'!A0,1,1,1,1,1,1\r\nT,3");
        Statement taken = stand.take(METRO, file).statement();
        assertThat(taken.state()).isEqualTo(State.READY);
        assertThat(taken.counts().bad()).isEqualTo(1);
        assertThat(taken.counts().good()).isEqualTo(2);
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        stand.statements.writeFaults(AUDITOR, 1, faults);
        assertThat(faults.toString(UTF_8))
                .contains("\r\n5,tap_time,'=cmd|' /C calc'!A0,")
                .contains("TIME_UNREADABLE");
        assertThat(city.ask("SELECT actor || subject FROM audit_log WHERE act = 'STATEMENT_FAULTS_EXPORTED'"))
                .isEqualTo("auditor1");
    }

    @Test
    void whatSomebodyWritesIntoAFieldIsNeverSql() throws Exception {
        String evil = "1'); DROP TABLE statement_row; --";
        String back = "\\.\\N\\x41" + (char) 0;
        for (int column = 0; column < 7; column++) {
            String[] cells = "2026-11-16T12:00:00+08:00,440300010001,1,1,1,300,300".split(",", -1);
            cells[column] = column % 2 == 0 ? evil : back;
            stand.take(METRO, text(1, 1).csv().replace("T,1", String.join(",", cells) + "\r\nT,2"));
        }
        assertThat(city.ask("SELECT count(*) FROM statement_fault")).isEqualTo("7");
        assertThat(city.ask("SELECT count(*) FROM statement_row")).isEqualTo("7");
        stand.statements.take(CLERK, METRO, evil + "\n", stream(text(9, 9).csv()), IngestProgress.SILENT);
        assertThat(city.ask("SELECT label FROM vendor_statement ORDER BY 1 LIMIT 1"))
                .isEqualTo(evil);
    }

    @Test
    void aKillInTheMiddleLeavesNothingAndTheFileIsSentAgain() throws Exception {
        String file = text(1, 20_000).csv();
        InputStream dying = new Interrupted(stream(file), file.length() / 2, () -> city.ask(END_WRITERS));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> stand.statements.take(CLERK, METRO, "f", dying, IngestProgress.SILENT));
        assertThat(city.ask("SELECT count(*) FROM statement_row")).isEqualTo("0");
        assertThat(city.ask("SELECT count(*) FROM vendor_statement")).isEqualTo("0");
        assertThat(stand.take(METRO, file).statement().counts().good()).isEqualTo(20_000);
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        String file = text(1, 20_000).csv();
        InputStream dying = new Interrupted(stream(file), file.length() / 2, () -> {
            throw new IOException("reset by peer");
        });
        assertRefused(
                StatementRefusal.FILE_BROKE_OFF,
                () -> stand.statements.take(CLERK, METRO, "f", dying, IngestProgress.SILENT));
    }

    @Test
    void theHeaderMustSayThisVendorAndADayThatHasCome() {
        assertRefused(
                StatementRefusal.HEADER_OTHER_VENDOR,
                () -> stand.take(City.CANTEEN_A, text(1, 1).csv()));
        stand.today(DAY_1.minusDays(1));
        assertRefused(
                StatementRefusal.DAY_TOO_LATE,
                () -> stand.take(METRO, text(1, 1).csv()));
        assertRefused(
                StatementRefusal.NO_SUCH_VENDOR, () -> stand.take(99, text(1, 1).csv()));
        assertRefused(
                StatementRefusal.NOT_ALLOWED,
                () -> stand.statements.take(AUDITOR, METRO, "f", stream(""), IngestProgress.SILENT));
    }

    @Test
    void aVendorsMappingIsDataAndKeepsItsVersions() throws Exception {
        assertRefused(
                StatementRefusal.NOT_ALLOWED, () -> stand.mappings.set(CLERK, METRO, StatementMapping.OWN_JSON_LINES));
        assertThat(stand.mappings
                        .set(CHIEF, METRO, StatementMapping.TRANSIT_CLEARING)
                        .version())
                .isEqualTo(1);
        assertRefused(
                StatementRefusal.HEADER_UNREADABLE,
                () -> stand.take(METRO, text(1, 1).csv()));
        assertThat(stand.mappings.set(CHIEF, METRO, StatementMapping.OWN_CSV).version())
                .isEqualTo(2);
        assertThat(stand.take(METRO, text(1, 1).csv()).statement().counts().good())
                .isEqualTo(1);
    }

    @Test
    void statementsAreListedByPages() throws Exception {
        for (int i = 1; i <= 3; i++) {
            stand.take(METRO, text(i, i).csv());
        }
        StatementFilter filter = new StatementFilter(METRO, DAY_1, DAY_2, State.READY);
        assertThat(stand.statements.page(AUDITOR, filter, Integer.MAX_VALUE, 2))
                .extracting(Statement::statementId)
                .containsExactly(3, 2);
        assertThat(stand.statements.page(AUDITOR, filter, 2, 2))
                .extracting(Statement::statementId)
                .containsExactly(1);
    }

    private static StatementText text(int from, int to) {
        StatementText text = new StatementText(METRO, DAY_1);
        for (int seq = from; seq <= to; seq++) {
            text.add(row(seq));
        }
        return text;
    }

    private static Row row(int seq) {
        return Row.of(DAY_1, METRO, seq, 1 + seq % 100, 1, 300, 300);
    }

    private static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(UTF_8));
    }

    private Taken taken(String file) {
        try {
            return stand.take(METRO, file);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void assertRefused(StatementRefusal refusal, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal().name()).isEqualTo(refusal.name()));
    }

    /** Lets something happen once so many bytes were read. */
    private static final class Interrupted extends FilterInputStream {
        private final ThrowingCallable happening;
        private long left;

        Interrupted(InputStream in, long after, ThrowingCallable happening) {
            super(in);
            this.left = after;
            this.happening = happening;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, Math.min(length, 4_096));
            boolean before = left > 0;
            left -= read;
            if (before && left <= 0) {
                happen();
            }
            return read;
        }

        private void happen() throws IOException {
            try {
                happening.call();
            } catch (IOException wanted) {
                throw wanted;
            } catch (Throwable failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
