package cn.suinian.core.holder.register;

import static cn.suinian.core.holder.register.Counter.AUDITOR;
import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.OTHER_CLERK;
import static cn.suinian.core.holder.register.Counter.SUPERVISOR;
import static cn.suinian.core.holder.register.Counter.TODAY;
import static cn.suinian.core.holder.register.Counter.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.register.LifeEvent.Effect;
import cn.suinian.core.holder.register.LifeEvent.What;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class LifeEventsTest {
    private static final LocalDate DAY = TODAY.minusDays(10);
    private static final String EVIDENCE = "死亡证明";
    private static final String WAITS = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            + " AND datname = current_database() AND query LIKE '%FROM holder_person%')";
    private static Counter counter;

    @BeforeAll
    static void open(Database database) {
        counter = new Counter(database);
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    @Test
    void aDeathStopsTheCardAndAllBenefits() throws Exception {
        long holder = counter.registered(Counter.somebody());
        int card = counter.card(holder);
        String version = version(holder);
        LifeEvent death = counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE);
        assertThat(death.cards()).hasSize(1);
        assertThat(death.effects())
                .containsExactly(
                        new Effect(What.CARDS_REFUSED, TODAY),
                        new Effect(What.BENEFITS_END, DAY.plusDays(1)),
                        new Effect(What.ALLOWANCE_ENDS, LocalDate.of(2026, 12, 1)));
        assertThat(listed(card)).isEqualTo("t");
        assertThat(version(holder)).isNotEqualTo(version);
        HolderPage page = counter.register.page(CLERK, holder);
        assertThat(page.deceasedOn()).isEqualTo(DAY);
        assertThat(page.rowVersion()).isEqualTo(2);
        assertThat(refusal(() -> counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE)))
                .isEqualTo("ALREADY_DECEASED");
        assertThat(refusal(() -> counter.register.recordMoveOut(CLERK, holder, DAY, EVIDENCE)))
                .isEqualTo("ALREADY_DECEASED");
    }

    @Test
    void whoWaitsForADeathToBeRecordedSeesIt() throws Exception {
        long moving = counter.registered(Counter.somebody());
        assertThat(afterADeath(moving, () -> counter.register.recordMoveOut(CLERK, moving, DAY, EVIDENCE)))
                .isEqualTo("ALREADY_DECEASED");
        long dying = counter.registered(Counter.somebody());
        assertThat(afterADeath(dying, () -> counter.register.recordDeath(CLERK, dying, DAY, EVIDENCE)))
                .isEqualTo("ALREADY_DECEASED");
    }

    /** What came of an act that began while a death was being recorded. */
    private static String afterADeath(long holder, Callable<LifeEvent> act) throws Exception {
        ExecutorService clerk = Executors.newSingleThreadExecutor();
        try {
            Future<String> outcome = counter.transactions.run(transaction -> {
                try (Statement statement = transaction.createStatement()) {
                    statement.execute("UPDATE holder SET deceased_on = '" + DAY + "' WHERE holder_id = " + holder);
                    statement.execute("SELECT FROM holder_person WHERE holder_id = " + holder + " FOR NO KEY UPDATE");
                }
                Future<String> waiting = clerk.submit(() -> refusal(act::call));
                while (!"t".equals(counter.ask(WAITS))) {
                    assertThat(waiting.isDone()).isFalse();
                }
                return waiting;
            });
            return outcome.get();
        } finally {
            clerk.shutdownNow();
            recordedAlone(holder);
        }
    }

    @Test
    void aSecondDeathThatOnlyTheDatabaseKnowsIsRefusedToo() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE);
        counter.ask("UPDATE holder SET deceased_on = NULL WHERE holder_id = " + holder);
        try {
            assertThat(refusal(() -> counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE)))
                    .isEqualTo("ALREADY_DECEASED");
        } finally {
            recordedAlone(holder);
        }
    }

    /** Leaves somebody as dead as their events say, whatever a test tried. */
    private static void recordedAlone(long holder) throws SQLException {
        counter.ask("UPDATE holder SET deceased_on = (SELECT effective_on FROM holder_event WHERE kind = 'DEATH'"
                + " AND undone_at IS NULL AND holder_id = " + holder + ") WHERE holder_id = " + holder);
    }

    @Test
    void aDeathHasADayThatHasCome() throws Exception {
        long holder = counter.registered(Counter.somebody());
        assertThat(refusal(() -> counter.register.recordDeath(CLERK, holder, TODAY.plusDays(1), EVIDENCE)))
                .isEqualTo("DATE_TOO_LATE at on");
        assertThat(refusal(() -> counter.register.recordDeath(CLERK, holder, LocalDate.of(1939, 1, 1), EVIDENCE)))
                .isEqualTo("DATE_TOO_EARLY at on");
        assertThat(refusal(() -> counter.register.recordDeath(CLERK, holder, DAY, " ")))
                .isEqualTo("EVIDENCE_MISSING at evidence");
        assertThat(refusal(() -> counter.register.recordDeath(OTHER_CLERK, holder, DAY, EVIDENCE)))
                .isEqualTo("NO_SUCH_HOLDER");
        assertThat(refusal(() -> counter.register.recordDeath(AUDITOR, holder, DAY, EVIDENCE)))
                .isEqualTo("NOT_ALLOWED");
    }

    @Test
    void aSecondPersonGivesEverythingBackInOneStep() throws Exception {
        long holder = counter.registered(Counter.somebody());
        int card = counter.card(holder);
        counter.register.recordDeath(SUPERVISOR, holder, DAY, EVIDENCE);
        long request = counter.register.askToUndoDeath(SUPERVISOR, holder, "同名同姓，登记错人");
        assertThat(refusal(() -> counter.register.askToUndoDeath(CLERK, holder, "同名同姓，登记错人")))
                .isEqualTo("ALREADY_ASKED");
        assertThat(counter.register.page(CLERK, holder).events())
                .singleElement()
                .satisfies(event -> assertThat(event.openRequest()).isEqualTo(request));
        assertThat(refusal(() -> counter.register.approveUndo(SUPERVISOR, request)))
                .isEqualTo("SAME_PERSON");
        assertThat(refusal(() -> counter.register.approveUndo(CLERK, request))).isEqualTo("NOT_ALLOWED");
        Actor elsewhere = Counter.staff(8, "supervisor-8", Role.COUNTER_SUPERVISOR, District.LUOHU);
        assertThat(refusal(() -> counter.register.approveUndo(elsewhere, request)))
                .isEqualTo("NO_SUCH_HOLDER");
        assertThat(counter.register.listUndoRequests(elsewhere)).isEmpty();

        Actor second = Counter.staff(7, "supervisor-7", Role.COUNTER_SUPERVISOR, District.FUTIAN);
        assertThat(counter.register.listUndoRequests(second))
                .anySatisfy(waiting -> assertThat(waiting.holderId()).isEqualTo(holder));
        LifeEvent undone = counter.register.approveUndo(second, request);
        assertThat(undone.cards()).hasSize(1);
        assertThat(listed(card)).isEqualTo("f");
        assertThat(counter.ask("SELECT status FROM card WHERE card_serial = " + card))
                .isEqualTo("ACTIVE");
        assertThat(counter.register.page(CLERK, holder).deceasedOn()).isNull();
        assertThat(counter.ask(
                        "SELECT reason FROM audit_log WHERE act = 'DEATH_UNDONE' AND subject = '" + holder + "'"))
                .isEqualTo("同名同姓，登记错人");
        assertThat(refusal(() -> counter.register.approveUndo(second, request))).isEqualTo("ALREADY_DECIDED");
        assertThat(refusal(() -> counter.register.askToUndoDeath(CLERK, holder, "又一次登记错人")))
                .isEqualTo("NOT_DECEASED");
        counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE);
        assertThat(listed(card)).isEqualTo("t");
    }

    @Test
    void aRejectedRequestLetsTheDeathStand() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE);
        long request = counter.register.askToUndoDeath(CLERK, holder, "家属来电说健在");
        counter.register.rejectUndo(SUPERVISOR, request, "已核对死亡证明");
        assertThat(counter.register.page(CLERK, holder).deceasedOn()).isEqualTo(DAY);
        long taken = counter.register.askToUndoDeath(CLERK, holder, "家属本人到场");
        assertThat(taken).isGreaterThan(request);
        assertThat(refusal(() -> counter.register.withdrawUndo(SUPERVISOR, taken, "写错了人，撤回申请")))
                .isIn("NOT_YOURS", "NOT_ALLOWED");
        counter.register.withdrawUndo(CLERK, taken, "家属没有带证件");
        assertThat(refusal(() -> counter.register.approveUndo(SUPERVISOR, taken)))
                .isEqualTo("ALREADY_DECIDED");
        assertThat(refusal(() -> counter.register.askToUndoDeath(Actor.house("job"), holder, "家属本人到场")))
                .isEqualTo("NOT_A_PERSON");
    }

    /** The database refuses it too, whoever writes. */
    @Test
    void nobodySignsTwiceInTheDatabaseEither() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE);
        long request = counter.register.askToUndoDeath(CLERK, holder, "家属来电说健在");
        assertThatThrownBy(() -> counter.ask("UPDATE approval_request SET decided_by = asked_by, decided_as = 'x',"
                        + " decided_at = now(), outcome = 'APPROVED' WHERE request_no = " + request))
                .hasMessageContaining("approval_request_check");
        assertThatThrownBy(() ->
                        counter.ask("UPDATE holder_event SET effective_on = '2026-01-01' WHERE holder_id = " + holder))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> counter.ask("DELETE FROM holder_event WHERE holder_id = " + holder))
                .hasMessageContaining("append-only");
    }

    @Test
    void movingOutEndsTheHukouFromThatDay() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.card(holder);
        LocalDate on = TODAY.plusDays(20);
        LifeEvent moved = counter.register.recordMoveOut(CLERK, holder, on, "迁出证明");
        assertThat(moved.effects())
                .containsExactly(
                        new Effect(What.HUKOU_BENEFITS_END, on),
                        new Effect(What.ALLOWANCE_ENDS, LocalDate.of(2027, 1, 1)),
                        new Effect(What.CARDS_TO_BE_CANCELLED, on));
        assertThat(moved.cards()).hasSize(1);
        assertThat(counter.register.page(CLERK, holder).hukou())
                .singleElement()
                .satisfies(period -> assertThat(period.to()).isEqualTo(on));
    }

    @Test
    void movingToAnotherDistrictChangesWhoPaysAndWhoServes() throws Exception {
        long holder = counter.registered(Counter.somebody());
        LifeEvent moved = counter.register.recordMoveDistrict(CLERK, holder, District.LUOHU, TODAY, true, "新户口簿");
        assertThat(moved.effects())
                .containsExactly(new Effect(What.PAYER_CHANGES, TODAY), new Effect(What.SERVED_BY_NEW_DISTRICT, TODAY));
        assertThat(refusal(() -> counter.register.page(CLERK, holder))).isEqualTo("NO_SUCH_HOLDER");
        HolderPage page = counter.register.page(OTHER_CLERK, holder);
        assertThat(page.hukou()).extracting(period -> period.what()).containsExactly(District.LUOHU, District.FUTIAN);
        assertThat(page.hukou().get(1).to()).isEqualTo(TODAY);
        assertThat(counter.register.show(OTHER_CLERK, holder, "核对登记资料").oldValues())
                .containsValue("FUTIAN");
        assertThat(refusal(() ->
                        counter.register.recordMoveDistrict(OTHER_CLERK, holder, District.LUOHU, TODAY, false, "新户口簿")))
                .isEqualTo("SAME_DISTRICT at district");
    }

    @Test
    void theServingDistrictDoesNotChangeAheadOfTheDay() throws Exception {
        long holder = counter.registered(Counter.somebody());
        LocalDate tomorrow = TODAY.plusDays(1);
        assertThat(refusal(() ->
                        counter.register.recordMoveDistrict(CLERK, holder, District.LUOHU, tomorrow, true, "新户口簿")))
                .isEqualTo("MOVE_NOT_YET at on");
        assertThat(counter.register.page(CLERK, holder).district()).isEqualTo(District.FUTIAN);
        assertThat(counter.register.page(CLERK, holder).hukou())
                .singleElement()
                .satisfies(period -> assertThat(period.to()).isNull());
        counter.register.recordMoveDistrict(CLERK, holder, District.FUTIAN, tomorrow, true, "新户口簿");
        assertThat(counter.register.page(CLERK, holder).hukou()).hasSize(2);
    }

    @Test
    void theStartOfTheLatestHukouIsCorrectedEitherWay() throws Exception {
        long holder = counter.registered(Counter.somebody());
        int card = counter.card(holder);
        String version = "SELECT version FROM account WHERE live_card = " + card;
        int before = Integer.parseInt(counter.ask(version));
        LocalDate born = LocalDate.of(2000, 1, 1);
        correct(holder, LocalDate.of(1999, 5, 1));
        correct(holder, born);
        assertThat(Integer.parseInt(counter.ask(version))).isEqualTo(before + 2);
        assertThat(periods(holder)).containsExactly("FUTIAN 2000-01-01 null");
        counter.register.setHukou(CLERK, holder, District.NANSHAN, TODAY, "户口簿");
        correct(holder, TODAY.minusDays(30));
        assertThat(periods(holder)).containsExactly("NANSHAN 2026-10-24 null", "FUTIAN 2000-01-01 2026-10-24");
        correct(holder, TODAY);
        assertThat(periods(holder)).containsExactly("NANSHAN 2026-11-23 null", "FUTIAN 2000-01-01 2026-11-23");
        assertThat(refusal(() -> correct(holder, born))).isEqualTo("DATE_TOO_EARLY at from");
        assertThat(refusal(() -> correct(holder, TODAY))).isEqualTo("NOTHING_TO_CHANGE at from");
        assertThat(refusal(() -> counter.register.correctHukouStart(CLERK, holder, TODAY.minusDays(1), "户口簿", "错")))
                .isEqualTo("REASON_LENGTH at reason");
        assertThat(refusal(() ->
                        counter.register.correctHukouStart(OTHER_CLERK, holder, TODAY.minusDays(1), "户口簿", "起始日期登记错了")))
                .isEqualTo("NO_SUCH_HOLDER");
        assertThat(counter.register.page(CLERK, holder).statements())
                .as("whatever was said stays")
                .hasSize(6);
        assertThat(counter.ask("SELECT before || ' > ' || after || ' ' || reason FROM audit_log"
                        + " WHERE act = 'HUKOU_CORRECTED' ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("from=2026-10-24\nhukou=NANSHAN > from=2026-11-23\nhukou=NANSHAN 起始日期登记错了");
    }

    @Test
    void aGapBeforeACorrectedHukouStaysOne() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.register.endHukou(CLERK, holder, TODAY.minusDays(60), "迁移证");
        assertThat(refusal(() -> correct(holder, TODAY.minusDays(60)))).isEqualTo("DATE_TOO_LATE at from");
        counter.register.setHukou(CLERK, holder, District.NANSHAN, TODAY, "户口簿");
        assertThat(refusal(() -> correct(holder, TODAY.minusDays(61)))).isEqualTo("DATE_TOO_EARLY at from");
        correct(holder, TODAY.minusDays(30));
        assertThat(periods(holder)).containsExactly("NANSHAN 2026-10-24 null", "FUTIAN 2000-01-01 2026-09-24");
    }

    private static void correct(long holder, LocalDate from) throws Exception {
        counter.register.correctHukouStart(CLERK, holder, from, "户口簿原件", "起始日期登记错了");
    }

    private static List<String> periods(long holder) throws Exception {
        return counter.register.page(CLERK, holder).hukou().stream()
                .map(period -> period.what() + " " + period.from() + " " + period.to())
                .toList();
    }

    /** Whichever commits first, a card of the dead is on the list. */
    @Test
    void aCardIssuedWhileADeathIsRecordedIsListed(Database database) throws Exception {
        long holder = counter.registered(Counter.somebody());
        try (Connection issuing = database.dataSource().getConnection();
                Statement statement = issuing.createStatement()) {
            issuing.setAutoCommit(false);
            statement.execute("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) VALUES"
                    + " (999001, " + holder + ", 'ISSUED', now(), '2040-01-01')");
            CompletableFuture<LifeEvent> death = CompletableFuture.supplyAsync(() -> {
                try {
                    return counter.register.recordDeath(CLERK, holder, DAY, EVIDENCE);
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            while (!death.isDone()
                    && !"t".equals(counter.ask("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"))) {
                Thread.onSpinWait();
            }
            issuing.commit();
            assertThat(death.get().cards()).hasSize(1);
        }
        assertThat(listed(999001)).isEqualTo("t");
    }

    private static String listed(int card) throws Exception {
        return counter.ask("SELECT coalesce((SELECT listed FROM denylist_change WHERE card_serial = " + card
                + " ORDER BY version DESC LIMIT 1), false)");
    }

    private static String version(long holder) throws Exception {
        return counter.ask("SELECT version FROM account WHERE holder_id = " + holder);
    }
}
