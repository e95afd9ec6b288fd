package cn.suinian.gateway.console.bulk;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.sql.SQLException;

/** Puts whoever has a made-up session into the register of staff: a list is registered in somebody's name. */
final class Clerks {
    private Clerks() {}

    static void employ(Database database, Admitted who) throws SQLException {
        Actor actor = who.session().actor();
        TestServers.ask(
                database,
                "INSERT INTO staff (staff_id, account, display_name, roles, password_hash, password_changed_at,"
                        + " must_change_password, created_at) OVERRIDING SYSTEM VALUE VALUES (" + actor.staffId()
                        + ", '" + actor.account() + "', 'x', '{COUNTER_SUPERVISOR}', 'x', now(), false, now())");
    }
}
