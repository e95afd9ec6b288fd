package cn.suinian.gateway.console.route;

import cn.suinian.core.network.IpAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where passwords are looked at, which takes long on purpose. Whoever has a session has places of their own; of the
 * places for everybody else one network has a few, so that nobody can keep a whole city from signing in.
 */
final class PasswordPlaces {

    /** Of the places for those without a session; whoever has typed a password comes once every few seconds. */
    private static final int MOST_OF_ONE_NETWORK = 4;

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
        if (visit.findSession().isPresent()) {
            return staff.run(work);
        }
        String network = IpAddress.networkOf(visit.caller().address());
        if (inside.merge(network, 1, Integer::sum) > MOST_OF_ONE_NETWORK) {
            leave(network);
            return Future.failedFuture(new NetworkBusyException());
        }
        return strangers.run(work).onComplete(done -> leave(network));
    }

    private void leave(String network) {
        inside.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }

    /** The same network waits already, as often as it may. */
    static final class NetworkBusyException extends WorkPool.BusyException {
        private static final long serialVersionUID = 1L;
    }
}
