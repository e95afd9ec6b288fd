package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.day.word.DayPath;
import java.time.LocalDate;

/** Where each thing that keeps a day is settled. A room that gets a page of its own for it puts the address here. */
final class BlockerLinks {

    private BlockerLinks() {}

    /** The address for a blocker's code; what nobody named is on the page of the day. */
    static String path(String code, LocalDate day) {
        return switch (code) {
            case "STATEMENT_MISSING", "STATEMENT_HELD", "STATEMENT_NOT_MATCHED", "BREAKS_NOT_COMPARED" ->
                DayPath.of(day) + "#vendors";
            case "UNPAID" -> "/payouts/due?throughDay=" + day;
            case "ACCOUNT_MISSING", "ACCOUNT_CHANGE_WAITING" -> "/payouts/accounts";
            case "RETURN_OPEN" -> "/payouts/returns";
            case "OPEN_BREAKS" -> "/reconciliation/breaks?to=" + day;
            case "NOT_COMPARED" -> "/reconciliation?day=" + day;
            case "NO_SEAL" -> DayPath.of(day) + "/" + DayStep.SEAL.path();
            default -> DayPath.of(day);
        };
    }
}
