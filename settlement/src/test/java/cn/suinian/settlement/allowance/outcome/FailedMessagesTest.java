package cn.suinian.settlement.allowance.outcome;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.allowance.AllowanceCity;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.message.Messenger;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A telephone number that does not open: the message to it is given up, and sent again once it was corrected. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class FailedMessagesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-09T04:00:00Z"), ZoneOffset.UTC);

    @Test
    void itIsGivenUpAfterSomeTriesNamedWithItsRunAndSentOnceItsNumberOpens(Database database) throws Exception {
        try (AllowanceCity city = new AllowanceCity(database)) {
            city.person(1, "1950-03-01", "2025-11-20");
            city.person(2, "1946-06-20", "2026-05-03");
            city.person(3, "1956-07-01", "2026-05-03");
            city.ask("ALTER TABLE allowance_application DISABLE TRIGGER USER; DELETE FROM allowance_application"
                    + " WHERE holder_id = 3; ALTER TABLE allowance_application ENABLE TRIGGER USER");
            city.pay("2026-05", FUTIAN);
            city.today("2026-06-08");
            city.enrolment().invite(MAKER);
            AllowanceRun june = city.order("2026-06", FUTIAN);
            city.ask("CREATE TABLE right_number AS SELECT holder_id, phone_sealed FROM holder_person");
            city.ask("UPDATE holder_person SET phone_sealed = 'x' WHERE holder_id IN (1, 3)");
            List<String> carried = new ArrayList<>();
            Messenger messenger =
                    new Messenger(city.transactions(), city.vault(), (no, phone, text) -> carried.add(phone), NOON);
            assertThat(roundsThatFail(messenger)).isEqualTo(12);
            assertThat(carried).as("the other notice of the run is sent").containsExactly("13800001002");
            FailedMessages failed = new FailedMessages(city.transactions(), new AuditLog(NOON), NOON);
            assertThat(failed.listOfRun(CHECKER, june.runNo())).containsExactly(1L);
            assertThat(failed.listInvited(CHECKER)).containsExactly(3L);
            assertThatExceptionOfType(SQLException.class)
                    .as("what was sent is not sent again")
                    .isThrownBy(() -> city.ask(
                            "UPDATE allowance_message SET sent_at = NULL, fate = NULL" + " WHERE fate = 'SENT'"));
            city.ask("UPDATE holder_person p SET phone_sealed = r.phone_sealed FROM right_number r"
                    + " WHERE r.holder_id = p.holder_id; DROP TABLE right_number");
            assertThat(failed.sendAgain(MAKER, june.runNo())).isEqualTo(1);
            assertThat(failed.inviteAgain(MAKER)).isEqualTo(1);
            assertThat(messenger.sendWaiting()).isEqualTo(new Messenger.Round(2, 0));
            assertThat(carried).containsExactly("13800001002", "13800001003", "13800001001");
            assertThat(failed.listOfRun(MAKER, june.runNo())).isEmpty();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> failed.sendAgain(MAKER, june.runNo()))
                    .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(AllowanceRefusal.NO_FAILED_MESSAGE));
            assertThat(city.ask("SELECT string_agg(subject_kind || ' ' || trim(after), ', ' ORDER BY entry_no)"
                            + " FROM audit_log WHERE act = 'ALLOWANCE_MESSAGES_AGAIN'"))
                    .isEqualTo("ALLOWANCE_RUN messages=1, ALLOWANCE messages=1");
        }
    }

    @Test
    void whoDiedOrAppliedMeanwhileIsInvitedNoMore(Database database) throws Exception {
        try (AllowanceCity city = new AllowanceCity(database)) {
            city.person(3, "1956-07-01", "2026-05-03");
            city.person(4, "1956-07-01", "2026-05-03");
            city.ask("ALTER TABLE allowance_application DISABLE TRIGGER USER; DELETE FROM allowance_application"
                    + "; ALTER TABLE allowance_application ENABLE TRIGGER USER");
            city.today("2026-06-08");
            city.enrolment().invite(MAKER);
            city.ask("UPDATE holder_person SET phone_sealed = 'x'");
            Messenger messenger = new Messenger(city.transactions(), city.vault(), (no, phone, text) -> {}, NOON);
            assertThat(roundsThatFail(messenger)).isEqualTo(12);
            FailedMessages failed = new FailedMessages(city.transactions(), new AuditLog(NOON), NOON);
            assertThat(failed.listInvited(CHECKER)).containsExactly(3L, 4L);
            city.died(3, "2026-06-09");
            city.ask("INSERT INTO allowance_application (holder_id, applied_on, actor)"
                    + " VALUES (4, '2026-06-09', 'desk')");
            assertThat(failed.listInvited(CHECKER)).isEmpty();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> failed.inviteAgain(MAKER))
                    .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(AllowanceRefusal.NO_FAILED_MESSAGE));
        }
    }

    /** Until one does not, which is the end of it. */
    private static int roundsThatFail(Messenger messenger) throws SQLException {
        for (int failed = 0; failed < 100; failed++) {
            try {
                messenger.sendWaiting();
                return failed;
            } catch (IllegalStateException notTaken) {
                // The next round comes ten minutes later.
            }
        }
        return -1;
    }
}
