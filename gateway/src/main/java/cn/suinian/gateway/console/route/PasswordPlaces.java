package cn.suinian.gateway.console.route;

import cn.suinian.core.network.IpAddress;
import cn.suinian.gateway.console.access.Session;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where passwords are looked at, which takes long on purpose. Whoever has a session has places of their own; of the
 * places for everybody else one network has a few, so that nobody can keep a whole city from signing in.
 */
final class PasswordPlaces {

    /** Of the places for those without a session; whoever has typed a password comes once every few seconds. */
    private static final int MOST_OF_ONE_NETWORK = 4;

    /** Of the places for those with a session: whoever tries password after password keeps no colleague waiting. */
    private static final int MOST_OF_ONE_PERSON = 2;

    private final WorkPool strangers;
    private final WorkPool staff;
    private final Map<String, Integer> inside = new ConcurrentHashMap<>();

    PasswordPlaces(Vertx vertx) {
        this.strangers = WorkPool.ofPasswords(vertx);
        this.staff = WorkPool.ofOwnPasswords(vertx);
    }

    /**
     * Does it when there is a place.
     *
     * @return fails with {@link WorkPool.BusyException} when there is none, with {@link NetworkBusyException} when the
     *     network of this visit has all of its own
     */
    <T> Future<T> run(Visit visit, Callable<T> work) {
        Optional<Session> session = visit.findSession();
        if (session.isPresent()) {
            String person = "staff " + session.get().staffId();
            return enter(person, MOST_OF_ONE_PERSON)
                    ? staff.run(work).onComplete(done -> leave(person))
                    : Future.failedFuture(new WorkPool.BusyException());
        }
        String network = IpAddress.networkOf(visit.caller().address());
        return enter(network, MOST_OF_ONE_NETWORK)
                ? strangers.run(work).onComplete(done -> leave(network))
                : Future.failedFuture(new NetworkBusyException());
    }

    private boolean enter(String who, int most) {
        if (inside.merge(who, 1, Integer::sum) <= most) {
            return true;
        }
        leave(who);
        return false;
    }

    private void leave(String who) {
        inside.computeIfPresent(who, (same, count) -> count == 1 ? null : count - 1);
    }

    /** The same network waits already, as often as it may. */
    static final class NetworkBusyException extends WorkPool.BusyException {
        private static final long serialVersionUID = 1L;
    }
}
