package cn.suinian.settlement.seal;

import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayGate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** A day is SEALED only when it has a seal; {@link DaySealing} makes both. */
public final class SealGate implements DayGate {
    private static final Blocker NO_SEAL = new Blocker(
            "NO_SEAL",
            "尚未生成封存：系统随后自动封存，也可点“立即封存”。",
            "There is no seal yet: the house makes it by itself in a moment, or press Seal now.",
            1,
            0);

    @Override
    public List<Blocker> blockers(Connection connection, LocalDate day, State next) throws SQLException {
        return next == State.SEALED && new SealStore(connection).find(day).isEmpty() ? List.of(NO_SEAL) : List.of();
    }
}
