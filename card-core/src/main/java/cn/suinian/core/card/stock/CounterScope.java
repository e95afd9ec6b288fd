package cn.suinian.core.card.stock;

import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whose stock somebody may touch. Whoever knows the districts of the counters gives a narrower one. */
@FunctionalInterface
public interface CounterScope {

    /** Whether the stock of this counter is theirs to touch; null: the city's store. */
    boolean covers(Connection transaction, Actor actor, @Nullable Integer counterId) throws SQLException;
}
