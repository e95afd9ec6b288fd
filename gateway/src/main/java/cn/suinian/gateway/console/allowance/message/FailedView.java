package cn.suinian.gateway.console.allowance.message;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose messages were given up, ready to print.
 *
 * @param path where they are sent again
 */
public record FailedView(Frame frame, String path, List<Long> holders) {

    private static final int MOST_NAMED = 50;

    public FailedView {
        holders = List.copyOf(holders);
    }

    public boolean any() {
        return !holders.isEmpty();
    }

    public boolean mayAskAgain() {
        return frame.visitor().may(Permission.ALLOWANCE_PREPARE);
    }

    public String say(MessageText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String count() {
        return Figures.count(holders.size());
    }

    /** Their numbers, the first of them when they are many. */
    public String numbers() {
        String first = holders.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return holders.size() > MOST_NAMED ? first + " …" : first;
    }
}
