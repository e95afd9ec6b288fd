package cn.suinian.settlement.lens.recovery;

import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.refusal.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Money of taps that somebody asked for and nobody decided yet.
 *
 * @param fenOfTaps as it would be taken if all of it were approved now
 * @param requests those that it is of, in order
 */
record Asked(Map<TapKey, Long> fenOfTaps, List<Long> requests) {

    /** Of the taps of an item, by any request that waits: two flags may be about one tap. */
    static Asked of(Connection transaction, Recoverable now, List<Recovery> open, Instant at) throws SQLException {
        Map<TapKey, Long> fen = new HashMap<>();
        TreeSet<Long> requests = new TreeSet<>();
        for (Recovery each : open) {
            if (each.vendorId() == now.item().vendorId()) {
                for (Map.Entry<TapKey, Long> tap :
                        taken(transaction, each, fen, at).entrySet()) {
                    fen.merge(tap.getKey(), tap.getValue(), Math::addExact);
                    if (now.has(tap.getKey())) {
                        requests.add(each.requestNo());
                    }
                }
            }
        }
        return new Asked(fen, List.copyOf(requests));
    }

    /** Nothing when it could not be approved as it stands. */
    private static Map<TapKey, Long> taken(Connection transaction, Recovery asked, Map<TapKey, Long> before, Instant at)
            throws SQLException {
        Map<TapKey, Long> taken = new HashMap<>();
        try {
            Recoverable now = Recoverable.of(transaction, asked.item(), at).less(before);
            for (RecoveryLine line : asked.lines()) {
                now.spread(line).forEach((tap, fen) -> taken.merge(tap, fen, Math::addExact));
            }
        } catch (RefusedException opened) {
            return Map.of();
        }
        return taken;
    }
}
