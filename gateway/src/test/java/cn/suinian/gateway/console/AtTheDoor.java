package cn.suinian.gateway.console;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.stand.SettableClock;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A console with two people who may sign in, with sessions in memory and no database. */
abstract class AtTheDoor {
    final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    ConsoleServer console;
    DoorForms door;
    SampleDesk sample;

    @BeforeEach
    void openTheDoor() {
        sample = new SampleDesk();
        console = new ConsoleServer(
                new Database("127.0.0.1", 1, "nobody", "", "nothing"), clock, List.of(), sample.routes());
        door = new DoorForms(console);
        console.sessions().add("clerk", 5, EnumSet.of(Permission.STAFF_MANAGE));
        console.sessions().add("other", 6, EnumSet.of(Permission.STAFF_MANAGE));
    }

    @AfterEach
    void closeTheDoor() {
        console.close();
    }
}
