package cn.suinian.gateway.console.reconciliation.day;

import cn.suinian.settlement.reconciliation.VendorDay.Standing;

/** What there is of a statement, in words. */
final class Standings {
    private Standings() {}

    static DayText name(Standing standing) {
        return switch (standing) {
            case OVERDUE -> DayText.OVERDUE;
            case HELD -> DayText.HELD;
            case NOT_COMPARED -> DayText.NOT_COMPARED;
            case AWAITED -> DayText.AWAITED;
            case EXCUSE_ASKED -> DayText.EXCUSE_ASKED;
            case EXCUSED -> DayText.EXCUSED;
            case COMPARED -> DayText.COMPARED;
        };
    }

    static DayText line(Standing standing) {
        return switch (standing) {
            case OVERDUE -> DayText.OVERDUE_LINE;
            case HELD -> DayText.HELD_LINE;
            case NOT_COMPARED -> DayText.NOT_COMPARED_LINE;
            case AWAITED -> DayText.AWAITED_LINE;
            case EXCUSE_ASKED -> DayText.EXCUSE_ASKED_LINE;
            case EXCUSED -> DayText.EXCUSED_LINE;
            case COMPARED -> DayText.COMPARED_LINE;
        };
    }

    static String tone(Standing standing) {
        return switch (standing) {
            case OVERDUE, HELD -> "bad";
            case NOT_COMPARED, AWAITED, EXCUSE_ASKED -> "wait";
            case EXCUSED -> "over";
            case COMPARED -> "good";
        };
    }
}
