package cn.suinian.gateway.dayend;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.CANTEEN_B;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.METRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.day.DayTown;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody has to decide is done by itself, and goes on where it was stopped. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class FollowDaysTest {

    private DayTown town;

    @BeforeEach
    void approveADay(Database database) throws Exception {
        town = new DayTown(database);
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        town.office.acts().approve(DayTown.actor(town.chief), request);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aDayWithMoneyThatNobodyOrderedStaysAndOneWithoutIsPaidSealedAndPublished() throws Exception {
        FollowDays follow = new FollowDays(town.office, () -> false);
        follow.run();
        assertThat(state()).isEqualTo("APPROVED");
        town.hold(DAY_1);
        follow.run();
        assertThat(state()).isEqualTo("SEALED");
        assertThat(published()).isEqualTo("1");
        follow.run();
        assertThat(town.ask("SELECT string_agg(to_state || ' ' || by, ', ' ORDER BY act_no) FROM business_day_act"
                        + " WHERE to_state IN ('PAID', 'SEALED')"))
                .isEqualTo("PAID job follow-days, SEALED job follow-days");
        assertThat(published()).isEqualTo("1");
    }

    @Test
    void stoppedAfterAnyStepItGoesOnTheNextTime() throws Exception {
        town.hold(DAY_1);
        AtomicInteger steps = new AtomicInteger(1);
        new FollowDays(town.office, () -> steps.getAndDecrement() <= 0).run();
        assertThat(state()).isEqualTo("PAID");
        steps.set(1);
        new FollowDays(town.office, () -> steps.getAndDecrement() <= 0).run();
        assertThat(state()).isEqualTo("SEALED");
        assertThat(published()).isEqualTo("0");
        new FollowDays(town.office, () -> false).run();
        assertThat(published()).isEqualTo("1");
    }

    @Test
    void aPublicationThatFailsIsMadeTheNextTime() throws Exception {
        town.hold(DAY_1);
        town.ask("ALTER TABLE day_publication RENAME COLUMN content TO elsewhere");
        FollowDays follow = new FollowDays(town.office, () -> false);
        assertThatThrownBy(follow::run).isInstanceOf(java.sql.SQLException.class);
        assertThat(state()).isEqualTo("SEALED");
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'DAY_PUBLISHED'"))
                .isEqualTo("0");
        town.ask("ALTER TABLE day_publication RENAME COLUMN elsewhere TO content");
        follow.run();
        assertThat(published()).isEqualTo("1");
    }

    private String state() throws Exception {
        return town.ask("SELECT state FROM business_day WHERE day = '" + DAY_1 + "'");
    }

    private String published() throws Exception {
        return town.ask("SELECT count(*) FROM day_publication");
    }
}
