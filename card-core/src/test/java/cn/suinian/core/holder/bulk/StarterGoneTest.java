package cn.suinian.core.holder.bulk;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is registered in the name of somebody who may not do it any more. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StarterGoneTest {
    private static final int ROWS = BulkRounds.CHUNK + 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'DISABLED'",
                "roles = '{AUDITOR,SETTLEMENT_CLERK}'",
                "district = 3",
            })
    void aRunStopsBeforeTheNextChunkAndAnotherClerkLetsItGoOn(String change, Database database) throws Exception {
        try (BulkDesk desk = new BulkDesk(database)) {
            long fileNo = running(desk, SUPERVISOR);
            assertThat(desk.rounds.step()).isTrue();
            desk.counter.ask("UPDATE staff SET " + change + " WHERE staff_id = " + SUPERVISOR.staffId());
            desk.work();
            BulkFile stopped = desk.files.file(CLERK, fileNo);
            assertThat(stopped.state()).isEqualTo(BulkState.STOPPED);
            assertThat(stopped.starterGone()).isTrue();
            assertThat(stopped.tally().registered()).isEqualTo(BulkRounds.CHUNK);
            assertThat(stopped.tally().fit()).isEqualTo(40);

            desk.files.start(CLERK, fileNo);
            desk.work();
            BulkFile done = desk.files.file(CLERK, fileNo);
            assertThat(done.state()).isEqualTo(BulkState.DONE);
            assertThat(done.starterGone()).isFalse();
            assertThat(done.tally()).isEqualTo(new Tally(0, ROWS, 0, 0, 0, 0, 0));
            assertThat(desk.counter.ask("SELECT string_agg(DISTINCT registered_by, ' ') FROM holder_person"))
                    .isEqualTo("clerk-1 supervisor-1");
            assertThat(acts(desk, fileNo))
                    .isEqualTo("BULK_FILE_RECEIVED BULK_FILE_CHECKED BULK_FILE_STARTED BULK_ROWS_REGISTERED"
                            + " BULK_FILE_STOPPED BULK_FILE_STARTED BULK_ROWS_REGISTERED BULK_FILE_DONE");
        }
    }

    @Test
    void aCheckRegistersNobodyAndGoesOn(Database database) throws Exception {
        try (BulkDesk desk = new BulkDesk(database)) {
            long fileNo = desk.files
                    .receive(SUPERVISOR, "名单", People.csv(People.many(3)))
                    .fileNo();
            desk.counter.ask("UPDATE staff SET status = 'DISABLED' WHERE staff_id = " + SUPERVISOR.staffId());
            desk.work();
            assertThat(desk.files.file(CLERK, fileNo).state()).isEqualTo(BulkState.CHECKED);
            desk.files.start(CLERK, fileNo);
            desk.work();
            assertThat(desk.files.file(CLERK, fileNo).tally().registered()).isEqualTo(3);
        }
    }

    private static long running(BulkDesk desk, Actor starter) throws Exception {
        long fileNo = desk.received(People.csv(People.many(ROWS)));
        desk.work();
        desk.files.start(starter, fileNo);
        return fileNo;
    }

    private static String acts(BulkDesk desk, long fileNo) throws Exception {
        return desk.counter.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"
                + " WHERE act LIKE 'BULK%' AND subject = '" + fileNo + "'");
    }
}
