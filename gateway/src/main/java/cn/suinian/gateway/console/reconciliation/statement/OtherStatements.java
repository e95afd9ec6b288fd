package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.statement.Statement;
import cn.suinian.settlement.statement.StatementFilter;
import cn.suinian.settlement.statement.Statements;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is already of a vendor's day that somebody sends a statement for: rows of several count together.
 *
 * @param numbers of those that were not withdrawn, the newest first
 * @param approved whether the business day was approved with one of them
 */
public record OtherStatements(int vendorId, LocalDate day, List<Integer> numbers, boolean approved) {
    private static final int MOST = 20;

    public OtherStatements {
        numbers = List.copyOf(numbers);
    }

    /** All but one; 0: all. */
    static OtherStatements find(Statements statements, Actor actor, int vendorId, LocalDate day, int except)
            throws SQLException {
        StatementFilter filter = new StatementFilter(vendorId, day, day, null);
        List<Integer> numbers = new ArrayList<>();
        boolean approved = false;
        for (Statement each : statements.page(actor, filter, Integer.MAX_VALUE, MOST)) {
            if (each.statementId() != except && each.state() != Statement.State.WITHDRAWN) {
                numbers.add(each.statementId());
                approved |= statements.isApprovedWith(actor, each.statementId());
            }
        }
        return new OtherStatements(vendorId, day, numbers, approved);
    }

    /** What whoever sends one should know; empty: there is none. */
    public List<String> notes(Frame frame) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        String which = numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
        List<String> notes = new ArrayList<>();
        notes.add(frame.say(StatementText.DAY_HAS, which));
        if (approved) {
            notes.add(frame.say(StatementText.DAY_APPROVED_WITH));
        }
        return notes;
    }

    /** Where they are listed. */
    public String path() {
        return new Address("/reconciliation/statements")
                .with("vendor", vendorId)
                .with("from", day)
                .with("to", day)
                .toString();
    }
}
