package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.settlement.allowance.Note.Kind;
import cn.suinian.settlement.allowance.PeopleStore.Candidate;
import cn.suinian.settlement.allowance.policy.Beneficiary;
import cn.suinian.settlement.allowance.policy.Entitlement;
import cn.suinian.settlement.allowance.policy.MonthDue;
import cn.suinian.settlement.allowance.policy.MonthlyRun;
import cn.suinian.settlement.allowance.policy.NotDue;
import cn.suinian.settlement.allowance.policy.Ordered;
import cn.suinian.settlement.allowance.policy.RunLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who is left out of a run and why, and how it differs from the month before.
 *
 * @param compare whether the district had a run in the month before
 */
record Differences(MonthlyRun run, boolean compare) {

    List<Note> of(Candidate candidate, List<RunLine> lines) {
        List<Note> notes = new ArrayList<>();
        MonthDue due = Entitlement.judge(candidate.person(), run.month(), run.tiers());
        long before = paid(candidate, run.payer());
        leftOut(notes, candidate, due, before, lines);
        if (compare) {
            changed(notes, candidate, due, before, lines);
        }
        return notes;
    }

    private void leftOut(List<Note> notes, Candidate candidate, MonthDue due, long before, List<RunLine> lines) {
        long waiting = lines.stream()
                .filter(line -> line.kind().isPaid())
                .mapToLong(RunLine::fen)
                .sum();
        String noAccount = candidate.noAccount();
        if (waiting > 0 && noAccount != null) {
            notes.add(new Note(candidate.holderId(), Kind.EXCLUDED, noAccount, before, waiting));
        } else if (due.why() != null && concerns(candidate.person(), due.why(), before)) {
            notes.add(new Note(candidate.holderId(), Kind.EXCLUDED, due.why().name(), before, 0));
        }
    }

    /** The dead and those who left are named once, where they were paid; the others as long as they could be paid. */
    private boolean concerns(Beneficiary person, NotDue why, long before) {
        return switch (why) {
            case TOO_YOUNG -> before > 0;
            case DECEASED, NO_HUKOU -> before > 0;
            case NOT_APPLIED, CHECK_MISSED ->
                person.payerFor(run.month()).filter(run.payer()::equals).isPresent();
        };
    }

    private void changed(List<Note> notes, Candidate candidate, MonthDue due, long before, List<RunLine> lines) {
        long after = due.payer() == run.payer() && candidate.hasAccount() ? due.fen() : 0;
        if (before == after) {
            return;
        }
        if (before == 0) {
            notes.add(new Note(candidate.holderId(), Kind.NEW, whyNew(candidate, lines), before, after));
        } else if (after == 0) {
            notes.add(new Note(candidate.holderId(), Kind.STOPPED, whyStopped(candidate, due), before, after));
        } else {
            notes.add(new Note(candidate.holderId(), Kind.CHANGED, "TIER", before, after));
        }
    }

    private String whyNew(Candidate candidate, List<RunLine> lines) {
        boolean paidElsewhere =
                candidate.ordered().stream().anyMatch(line -> isOfMonthBefore(line) && line.payer() != run.payer());
        if (paidElsewhere) {
            return "MOVED_DISTRICT";
        }
        if (Entitlement.turns(candidate.person().bornOn()).equals(run.month())) {
            return "TURNED_70";
        }
        if (lines.stream().anyMatch(line -> line.reason().equals("CHECK_LATE"))) {
            return "CHECK_LATE";
        }
        LocalDate applied = candidate.person().appliedOn();
        boolean justApplied =
                applied != null && !YearMonth.from(applied).isBefore(run.month().minusMonths(1));
        return justApplied ? "APPLIED" : "RESUMED";
    }

    private String whyStopped(Candidate candidate, MonthDue due) {
        if (due.why() != null) {
            return due.why().name();
        }
        return due.payer() == run.payer()
                ? Objects.requireNonNullElse(candidate.noAccount(), "MOVED_DISTRICT")
                : "MOVED_DISTRICT";
    }

    private long paid(Candidate candidate, District payer) {
        return candidate.ordered().stream()
                .filter(line -> isOfMonthBefore(line) && line.payer() == payer)
                .mapToLong(Ordered::fen)
                .sum();
    }

    private boolean isOfMonthBefore(Ordered line) {
        return line.kind() == Ordered.Kind.REGULAR
                && line.month().equals(run.month().minusMonths(1));
    }
}
