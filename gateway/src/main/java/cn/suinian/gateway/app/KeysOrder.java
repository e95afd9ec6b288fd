package cn.suinian.gateway.app;

import cn.suinian.gateway.command.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code keys} is asked to do.
 *
 * @param version 0 where none is named
 * @param option whether {@code --force} or {@code --show} was given
 * @param terminals those whose keys are handed out; empty for all
 */
record KeysOrder(Act act, int version, boolean option, List<Long> terminals) {

    static final String USAGE = """
            Usage: keys list
                   keys add
                   keys add-column
                   keys reseal
                   keys hand-out VERSION [TERMINAL...] [--show]
                   keys retire VERSION [--force]""";

    private static final int TERMINAL_DIGITS = 12;

    enum Act {
        LIST,
        ADD,
        ADD_COLUMN,
        RESEAL,
        HAND_OUT,
        RETIRE
    }

    /** The order in the arguments; a usage exception says which of them is wrong. */
    static KeysOrder parse(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
            throw wrong("keys wants to know what to do: list, add, add-column, reseal," + " hand-out or retire");
        }
        String name = arguments.get(0);
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (name) {
            case "list" -> bare(Act.LIST, name, rest);
            case "add" -> bare(Act.ADD, name, rest);
            case "add-column" -> bare(Act.ADD_COLUMN, name, rest);
            case "reseal" -> bare(Act.RESEAL, name, rest);
            case "hand-out" -> handOut(rest);
            case "retire" -> retire(rest);
            default -> throw wrong("keys does not know '" + name + "'");
        };
    }

    private static KeysOrder bare(Act act, String name, List<String> rest) {
        if (!rest.isEmpty()) {
            throw wrong("keys " + name + " takes no arguments, not '" + rest.get(0) + "'");
        }
        return new KeysOrder(act, 0, false, List.of());
    }

    private static KeysOrder handOut(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean show = rest.remove("--show");
        int version = version("hand-out", rest);
        List<Long> terminals = rest.subList(1, rest.size()).stream()
                .map(KeysOrder::terminal)
                .distinct()
                .toList();
        return new KeysOrder(Act.HAND_OUT, version, show, terminals);
    }

    private static KeysOrder retire(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean force = rest.remove("--force");
        int version = version("retire", rest);
        if (rest.size() > 1) {
            throw wrong("keys retire takes VERSION and --force, not '" + rest.get(1) + "'");
        }
        return new KeysOrder(Act.RETIRE, version, force, List.of());
    }

    private static int version(String name, List<String> rest) {
        if (rest.isEmpty()) {
            throw wrong("keys " + name + " wants a VERSION: keys list shows them");
        }
        if (!rest.get(0).matches("[1-9][0-9]{0,3}")) {
            throw wrong("VERSION is a whole number from 1 to 9999, not '" + rest.get(0) + "'");
        }
        return Integer.parseInt(rest.get(0));
    }

    private static long terminal(String digits) {
        if (!digits.matches("[0-9]{" + TERMINAL_DIGITS + "}")) {
            throw wrong("TERMINAL is the " + TERMINAL_DIGITS + " digits of a terminal's number, not '" + digits + "'");
        }
        return Long.parseLong(digits);
    }

    private static UsageException wrong(String what) {
        return new UsageException(what + "\n" + USAGE);
    }
}
