package cn.suinian.gateway.console.access;

import cn.suinian.core.network.IpAddress;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which names the console is reached, and through whom.
 *
 * @param names host names beside those of this machine
 * @param trustedProxies addresses, in the one way of writing them, of proxies whose X-Forwarded-For and -Proto are
 *     believed
 */
public record ConsoleDoor(Set<String> names, Set<String> trustedProxies) {

    private static final String PROXIES = "SUINIAN_CONSOLE_PROXIES";

    /** Only this machine, through nobody. */
    public static final ConsoleDoor LOCAL = new ConsoleDoor(Set.of(), Set.of());

    public ConsoleDoor {
        names = Set.copyOf(names);
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** As the environment says. */
    public static ConsoleDoor from(Settings settings) {
        return new ConsoleDoor(
                list(settings.optional(
                        "SUINIAN_CONSOLE_NAMES",
                        "host names by which staff open the console, with commas, beside this machine's")),
                list(settings.optional(
                                PROXIES,
                                "addresses, with commas, of proxies whose X-Forwarded-For and -Proto are believed"))
                        .stream()
                        .map(ConsoleDoor::address)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** A name would never match: the proxy would not be believed, and nobody would know why. */
    private static String address(String written) {
        return IpAddress.find(written)
                .map(IpAddress::text)
                .orElseThrow(() -> new SettingsException(
                        "%s is \"%s\" but must be addresses such as 192.0.2.7 or 2001:db8::7, with commas"
                                .formatted(PROXIES, written)));
    }

    private static Set<String> list(Optional<String> names) {
        return names.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
