package cn.suinian.gateway.office;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose holders and which counters' stock somebody's acts reach. */
final class Reach {

    private static final String SERVED_BY = "SELECT district FROM holder_person WHERE holder_id = ?";
    private static final String COUNTER_OF = "SELECT district FROM counter WHERE counter_id = ?";

    private Reach() {}

    /** A holder whom nobody registered is served by no district, and so by every one. */
    static boolean holder(Connection transaction, Actor actor, long holderId) throws SQLException {
        return actor.scope().sees(district(transaction, SERVED_BY, holderId).orElse(null));
    }

    /** One's own counter; those of one's district for whoever has none; for the city all, and its store. */
    static boolean counter(Connection transaction, Actor actor, @Nullable Integer counterId) throws SQLException {
        District district = actor.scope().district();
        if (district == null) {
            return true;
        }
        if (counterId == null) {
            return false;
        }
        Integer own = actor.scope().counterId();
        return own == null
                ? district(transaction, COUNTER_OF, counterId)
                        .filter(district::equals)
                        .isPresent()
                : own.equals(counterId);
    }

    private static Optional<District> district(Connection transaction, String sql, long number) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            query.setLong(1, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(District.ofCode(row.getShort(1))) : Optional.empty();
            }
        }
    }
}
