package cn.suinian.gateway.command;

import cn.suinian.core.staff.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code staff} is asked to do.
 *
 * @param account empty where none is named
 * @param role of somebody who is added
 * @param name what the console calls them
 */
public record StaffOrder(Act act, String account, @Nullable Role role, String name) {

    private static final String USAGE = """
            Usage: staff list
                   staff add ACCOUNT --role ROLE [--name NAME]
                   staff reset ACCOUNT
                   staff code ACCOUNT""";

    /** What. */
    public enum Act {
        LIST,
        ADD,
        RESET,
        /** The six digits of somebody of a demo city. */
        CODE
    }

    /** The order in the arguments; a usage exception says which of them is wrong. */
    public static StaffOrder parse(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        String act = rest.isEmpty() ? "" : rest.remove(0);
        String role = option(rest, "--role");
        String name = option(rest, "--name");
        StaffOrder order =
                switch (act) {
                    case "list" -> new StaffOrder(Act.LIST, "", null, "");
                    case "add" -> add(rest, role, name);
                    case "reset" -> new StaffOrder(Act.RESET, account(rest), null, "");
                    case "code" -> new StaffOrder(Act.CODE, account(rest), null, "");
                    default ->
                        throw wrong("staff wants to know what to do: list, add, reset or code, not '" + act + "'");
                };
        if (!rest.isEmpty()) {
            throw wrong("staff " + act + " does not know '" + rest.get(0) + "'");
        }
        if (order.act != Act.ADD && !(role + name).isEmpty()) {
            throw wrong("--role and --name belong to staff add");
        }
        return order;
    }

    private static StaffOrder add(List<String> rest, String role, String name) {
        String account = account(rest);
        if (role.isEmpty()) {
            throw wrong("staff add wants --role, one of " + roles());
        }
        Role found = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(role.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> wrong("--role is one of " + roles() + ", not '" + role + "'"));
        return new StaffOrder(Act.ADD, account, found, name.isEmpty() ? account : name);
    }

    private static String account(List<String> rest) {
        if (rest.isEmpty()) {
            throw wrong("it wants an ACCOUNT");
        }
        return rest.remove(0);
    }

    private static String option(List<String> rest, String option) {
        int at = rest.indexOf(option);
        if (at < 0) {
            return "";
        }
        if (at + 1 >= rest.size()) {
            throw wrong(option + " wants a value");
        }
        rest.remove(at);
        return rest.remove(at);
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", "));
    }

    private static UsageException wrong(String what) {
        return new UsageException(what + "\n" + USAGE);
    }
}
