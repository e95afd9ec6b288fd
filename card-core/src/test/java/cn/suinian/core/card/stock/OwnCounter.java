package cn.suinian.core.card.stock;

import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** One's own counter, every counter for those of none; the city's store for those who work for the city. */
public final class OwnCounter implements CounterScope {

    @Override
    public boolean covers(Connection transaction, Actor actor, @Nullable Integer counterId) {
        Integer own = actor.scope().counterId();
        return counterId == null ? actor.scope().district() == null : own == null || own.equals(counterId);
    }
}
