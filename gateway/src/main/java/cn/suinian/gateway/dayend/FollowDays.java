package cn.suinian.gateway.dayend;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.settlement.businessday.BusinessDay;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayRefusal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does to a day what nobody has to decide any more: once it is approved and nothing of it waits to be paid, it is PAID;
 * a paid day is sealed; a sealed one is published and carried forward. Each is whole or did not happen, and is found
 * undone the next time.
 */
public final class FollowDays implements Job.Work {

    private static final Logger LOG = LoggerFactory.getLogger(FollowDays.class);
    private static final Actor HOUSE = Actor.house("job follow-days");

    /** In one round; the next one is a minute later. */
    private static final int MOST = 31;

    private final DayOffice office;
    private final BooleanSupplier stopped;

    public FollowDays(DayOffice office, BooleanSupplier stopped) {
        this.office = office;
        this.stopped = stopped;
    }

    private interface Step {
        boolean done(LocalDate day) throws SQLException;
    }

    @Override
    public Duration run() throws SQLException {
        // First, for whether a day is paid is asked of the days since: it must not wait for what fails below.
        office.carriedForward().forward().ifPresent(day -> LOG.info("{} is carried forward", day));
        follow(in(State.APPROVED), "paid", day -> office.acts().markPaid(HOUSE, day));
        follow(in(State.PAID), "sealed", day -> office.daySealing().seal(HOUSE, day));
        follow(office.publishing().listUnpublished(MOST), "published", day -> {
            office.publishing().publish(day);
            return true;
        });
        return Duration.ZERO;
    }

    private List<LocalDate> in(State state) throws SQLException {
        return office.days().listIn(state, MOST).stream().map(BusinessDay::day).toList();
    }

    /** In the order of days: what stops one stops those after it. */
    private void follow(List<LocalDate> days, String what, Step step) throws SQLException {
        for (LocalDate day : days) {
            if (stopped.getAsBoolean()) {
                return;
            }
            try {
                if (step.done(day)) {
                    LOG.info("{} is {}", day, what);
                }
            } catch (RefusedException refused) {
                if (refused.refusal() != DayRefusal.BLOCKED) {
                    LOG.info(
                            "{} is not {} yet: {}", day, what, refused.refusal().name());
                }
                return;
            }
        }
    }
}
