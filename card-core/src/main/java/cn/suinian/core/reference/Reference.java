package cn.suinian.core.reference;

import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.core.vendor.Vendor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every node knows by heart: terminals, vendors, rules and the calendar. One immutable snapshot; a change makes a
 * new one.
 */
public record Reference(
        Map<Long, Terminal> terminals, Map<Integer, Vendor> vendors, RuleBook rules, WorkCalendar calendar) {

    /** Before anything was read. */
    public static final Reference EMPTY =
            new Reference(Map.of(), Map.of(), new RuleBook(List.of()), new WorkCalendar(Set.of(), Set.of()));

    /** A terminal by its number. */
    public Optional<Terminal> findTerminal(long id) {
        return Optional.ofNullable(terminals.get(id));
    }
}
