package cn.suinian.gateway.console.access;

import cn.suinian.core.settings.Settings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** As the environment says. */
    public static ConsoleDoor from(Settings settings) {
        return new ConsoleDoor(
                list(settings.optional(
                        "SUINIAN_CONSOLE_NAMES",
                        "host names by which staff open the console, with commas, beside this machine's")),
                list(settings.optional(
                        "SUINIAN_CONSOLE_PROXIES",
                        "addresses, with commas, of proxies whose X-Forwarded-For and -Proto are believed")));
    }

    private static Set<String> list(Optional<String> names) {
        return names.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
