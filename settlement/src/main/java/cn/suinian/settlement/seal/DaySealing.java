package cn.suinian.settlement.seal;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.businessday.DayRefusal;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * Seals a paid day and says so in its state. Two transactions: the long one that makes the seal, which hinders nobody,
 * and the short one that moves the day. Killed between them, the day is paid and has its seal; run again, it is moved.
 */
public final class DaySealing {
    private final DataSource database;
    private final Sealing sealing;
    private final DayActs acts;
    private final String by;

    /**
     * Seals days of this database.
     *
     * @param database gives a session of its own at every call
     * @param sealing for days that are PAID
     * @param by which node and process this is
     */
    public DaySealing(DataSource database, Sealing sealing, DayActs acts, String by) {
        this.database = database;
        this.sealing = sealing;
        this.acts = acts;
        this.by = by;
    }

    /**
     * Seals a day; slow, a pass over all its rows. How far it is can be seen by any process meanwhile.
     *
     * @return false when it was sealed already
     * @throws RefusedException when it may not be sealed now
     */
    public boolean seal(Actor actor, LocalDate day) throws SQLException {
        DayActs.require(actor, Permission.DAY_APPROVE);
        try (ToldSeal told = new ToldSeal(database, day, by)) {
            sealing.seal(day, told);
        } catch (SealRefused refused) {
            throw new RefusedException(
                    switch (refused.reason()) {
                        case NO_SUCH_DAY -> DayRefusal.NO_SUCH_DAY;
                        case DAY_NOT_READY -> DayRefusal.NOT_THERE_YET;
                        case OUT_OF_ORDER -> DayRefusal.EARLIER_DAY_FIRST;
                    },
                    "day");
        }
        return acts.seal(actor, day, (transaction, which) -> {});
    }
}
