package cn.suinian.settlement.allowance.enrolment;

import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.AllowanceCity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody wrote that is neither a yes nor a no, and nobody ever answered. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class OldRepliesTest {

    private static final String LEFT =
            "SELECT string_agg(message_no || ' ' || received_on, ', ' ORDER BY reply_no) FROM allowance_unclear_reply";

    @Test
    void itGoesAfterADeathAndAfterAYearAndTheTrailKeepsThatItWasThere(Database database) throws Exception {
        try (AllowanceCity city = new AllowanceCity(database)) {
            for (long holder = 1; holder <= 3; holder++) {
                city.person(holder, "1956-06-0" + holder, "2026-05-01");
            }
            city.ask("ALTER TABLE allowance_application DISABLE TRIGGER USER; DELETE FROM allowance_application;"
                    + "ALTER TABLE allowance_application ENABLE TRIGGER USER");
            city.enrolment().invite(MAKER);
            city.ask("UPDATE allowance_message SET sent_at = now(), fate = 'SENT'");
            city.ask("INSERT INTO allowance_unclear_reply (message_no, text_sealed, received_on) VALUES"
                    + " (1, 'x', '2025-05-06'), (2, 'x', '2025-05-07'), (3, 'x', current_date)");
            OldReplies old = old(city, "2026-05-08T04:00:00Z");
            assertThat(old.drop(Actor.house("job invite")))
                    .as("a year and a day")
                    .isEqualTo(1);
            assertThat(city.ask(LEFT)).startsWith("2 2025-05-07, 3 ");
            assertThatExceptionOfType(SQLException.class)
                    .as("nobody deletes what can still be asked about")
                    .isThrownBy(() -> city.ask("DELETE FROM allowance_unclear_reply WHERE message_no = 3"))
                    .withMessageContaining("is kept until");
            city.died(3, "2026-05-02");
            assertThat(old.drop(Actor.house("job invite"))).isEqualTo(1);
            assertThat(city.ask(LEFT)).isEqualTo("2 2025-05-07");
            assertThat(city.ask("SELECT string_agg(subject || ' ' || after, ', ' ORDER BY entry_no)"
                            + " FROM audit_log WHERE act = 'ALLOWANCE_REPLY_DROPPED'"))
                    .matches("(?s)1 .*dead=false.*on=2025-05-06.*, 3 .*dead=true.*");
            assertThat(replies(city, "3,2026-05-08,是什么\n"))
                    .as("nor does the same file bring it back")
                    .isEqualTo(new Enrolment.Replies(1, 0, 0, 0, 1, 0));
        }
    }

    private static OldReplies old(AllowanceCity city, String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new OldReplies(city.transactions(), city.vault(), new AuditLog(clock), clock);
    }

    private static Enrolment.Replies replies(AllowanceCity city, String lines) throws SQLException {
        return city.enrolment().takeReplies(MAKER, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
