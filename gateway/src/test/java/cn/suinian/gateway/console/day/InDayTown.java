package cn.suinian.gateway.console.day;

import cn.suinian.core.postgres.Database;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A town of its own for each test, and ways to its days. */
abstract class InDayTown {

    DayTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new DayTown(database);
    }

    @AfterEach
    void close() {
        town.close();
    }

    void approve(LocalDate day) throws Exception {
        town.office.acts().reconcile(DayTown.actor(town.clerk), day);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), day, "figures agree");
        town.office.acts().approve(DayTown.actor(town.chief), request);
    }

    static String path(LocalDate day) {
        return "/days/" + day;
    }
}
