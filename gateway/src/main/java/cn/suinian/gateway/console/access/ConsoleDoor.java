package cn.suinian.gateway.console.access;

import java.util.Set;

/**
 * By which names the console is reached, and through whom.
 *
 * @param names host names beside those of this machine
 * @param trustedProxies addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed
 */
public record ConsoleDoor(Set<String> names, Set<String> trustedProxies) {

    /** Only this machine, through nobody. */
    public static final ConsoleDoor LOCAL = new ConsoleDoor(Set.of(), Set.of());

    public ConsoleDoor {
        names = Set.copyOf(names);
        trustedProxies = Set.copyOf(trustedProxies);
    }
}
