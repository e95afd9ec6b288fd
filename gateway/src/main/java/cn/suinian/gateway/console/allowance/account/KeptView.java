package cn.suinian.gateway.console.allowance.account;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.payout.word.BankReason;
import cn.suinian.settlement.allowance.kept.KeptAccount;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list leaves out since the bank returned their last payment, ready to print.
 *
 * @param returns where many came back for one reason
 */
public record KeptView(Frame frame, List<KeptAccount> accounts, List<ReturnsView> returns) {

    private static final int MOST_NAMED = 50;

    public KeptView {
        accounts = List.copyOf(accounts);
        returns = List.copyOf(returns);
    }

    /** Of one person, or nobody. */
    public KeptView(Frame frame, List<KeptAccount> accounts) {
        this(frame, accounts, List.of());
    }

    /**
     * A person.
     *
     * @param actPath where somebody says that the account is good, or decides on that; null: it is not for the reader
     */
    public record Row(
            String holder,
            String path,
            String run,
            String runPath,
            String code,
            String waiting,
            String act,
            @Nullable String actPath) {}

    static String run(long runNo) {
        return "/allowance/runs/" + runNo;
    }

    /** Where somebody says of a person of a run that the account is good. */
    public static String path(KeptAccount account) {
        return run(account.runNo()) + "/kept-account/" + account.holderId();
    }

    /** Below it: where another person decides. */
    public static String decision(KeptAccount account) {
        return path(account) + "/" + account.paymentNo();
    }

    public String say(KeptText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public boolean any() {
        return !accounts.isEmpty();
    }

    public String line() {
        return say(KeptText.LINE, Figures.count(accounts.size()));
    }

    /** That there are more than are named; empty: there are not. */
    public String more() {
        return accounts.size() > MOST_NAMED ? say(KeptText.MORE, Figures.count(MOST_NAMED)) : "";
    }

    public List<Row> rows() {
        return accounts.stream().limit(MOST_NAMED).map(this::row).toList();
    }

    /** The bank's words for its code; the code where it has none. */
    static String code(Frame frame, String code) {
        return Objects.requireNonNullElse(BankReason.text(code, frame.language()), code);
    }

    private Row row(KeptAccount each) {
        return new Row(
                Long.toString(each.holderId()),
                run(each.runNo()) + "/holders/" + each.holderId(),
                Long.toString(each.paidBy()),
                run(each.paidBy()),
                code(frame, each.code()),
                Figures.yuan(each.waitingFen()),
                say(each.waits() ? KeptText.WAITS : KeptText.KEEP),
                actPath(each));
    }

    private @Nullable String actPath(KeptAccount each) {
        if (each.waits()) {
            return frame.visitor().may(Permission.ALLOWANCE_APPROVE) ? decision(each) + "/decide" : null;
        }
        return frame.visitor().may(Permission.ALLOWANCE_PREPARE) ? path(each) : null;
    }
}
