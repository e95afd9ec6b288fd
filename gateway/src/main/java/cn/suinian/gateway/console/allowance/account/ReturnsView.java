package cn.suinian.gateway.console.allowance.account;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.allowance.kept.KeptAccount;
import cn.suinian.settlement.allowance.kept.KeptReturns;
import cn.suinian.settlement.allowance.kept.KeptReturns.Next;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Those whom a list leaves out and one run paid before that came back with one code, ready to print.
 *
 * @param runNo the run that paid
 * @param code by the bank; may be empty
 */
public record ReturnsView(Frame frame, long runNo, String code, List<KeptAccount> accounts, Next next) {

    /** What stands for no code in an address; no code of a bank has it. */
    private static final String NO_CODE = "~";

    private record Reason(long runNo, String code) {}

    public ReturnsView {
        accounts = List.copyOf(accounts);
    }

    /** Of a list, where it is more than one person. */
    public static List<ReturnsView> of(Visit visit, List<KeptAccount> accounts, KeptReturns returns)
            throws SQLException {
        Map<Reason, List<KeptAccount>> reasons = new LinkedHashMap<>();
        for (KeptAccount each : accounts) {
            reasons.computeIfAbsent(new Reason(each.paidBy(), each.code()), first -> new ArrayList<>())
                    .add(each);
        }
        List<ReturnsView> views = new ArrayList<>();
        for (Map.Entry<Reason, List<KeptAccount>> each : reasons.entrySet()) {
            if (each.getValue().size() >= KeptReturns.FEWEST) {
                Reason reason = each.getKey();
                Next next = returns.next(visit.actor(), reason.runNo(), reason.code());
                views.add(new ReturnsView(visit.frame(), reason.runNo(), reason.code(), each.getValue(), next));
            }
        }
        return views;
    }

    /** Where somebody says of a run and a code that the accounts are good; what is done with it lies below. */
    public static String path(long runNo, String code) {
        return KeptView.run(runNo) + "/kept-returns/" + (code.isEmpty() ? NO_CODE : code);
    }

    /** The code that an address names. */
    static String code(String inPath) {
        return inPath.equals(NO_CODE) ? "" : inPath;
    }

    /** The bank's words for a code. */
    public static String words(Frame frame, String code) {
        return code.isEmpty() ? frame.say(KeptText.NO_CODE) : KeptView.code(frame, code);
    }

    public String codeWords() {
        return words(frame, code);
    }

    public String line() {
        long fen = accounts.stream().mapToLong(KeptAccount::waitingFen).sum();
        return frame.say(KeptText.MANY, runNo, codeWords(), Figures.count(accounts.size()), Figures.yuan(fen));
    }

    /** What is to be done; empty: nothing. */
    public String act() {
        return switch (next) {
            case ASK -> frame.visitor().may(Permission.ALLOWANCE_PREPARE) ? frame.say(KeptText.MANY_KEEP) : "";
            case DECIDE -> frame.say(KeptText.WAITS);
            case NOTHING -> "";
        };
    }

    /** Where; null: it is not for the reader. */
    public @Nullable String actPath() {
        return switch (next) {
            case ASK -> frame.visitor().may(Permission.ALLOWANCE_PREPARE) ? path(runNo, code) : null;
            case DECIDE -> frame.visitor().may(Permission.ALLOWANCE_APPROVE) ? path(runNo, code) + "/decide" : null;
            case NOTHING -> null;
        };
    }
}
