package cn.suinian.gateway.http.guard;

import cn.suinian.core.network.IpAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many connections each address may have open, so that one machine cannot take the places of all others; of IPv6
 * each network of 64 bits, since one machine has all of it. A proxy that is trusted brings everybody, and counts what
 * each may have itself. Safe for any number of threads.
 */
public final class PerAddress {

    /** As many as they like. */
    static final PerAddress ANY = new PerAddress(Integer.MAX_VALUE, Set.of());

    private final int most;
    private final Set<String> exempt;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /**
     * No connection yet.
     *
     * @param most connections of one address
     * @param exempt addresses, in the one way of writing them, that may have any number
     */
    public PerAddress(int most, Set<String> exempt) {
        this.most = most;
        this.exempt = Set.copyOf(exempt);
    }

    /** One more of this address is open, welcome or not, until it leaves. */
    boolean enter(String address) {
        return open.merge(IpAddress.networkOf(address), 1, Integer::sum) <= most || exempt.contains(written(address));
    }

    /** One of this address was closed. */
    void leave(String address) {
        open.computeIfPresent(IpAddress.networkOf(address), (same, count) -> count == 1 ? null : count - 1);
    }

    private static String written(String address) {
        return IpAddress.find(address).map(IpAddress::text).orElse(address);
    }
}
