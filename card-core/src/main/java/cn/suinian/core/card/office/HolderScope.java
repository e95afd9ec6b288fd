package cn.suinian.core.card.office;

import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;

/** Whose holders somebody may see. */
@FunctionalInterface
public interface HolderScope {

    /** Whether this holder is visible; whoever is not does not exist for the actor. */
    boolean sees(Connection transaction, Actor actor, long holderId) throws SQLException;
}
