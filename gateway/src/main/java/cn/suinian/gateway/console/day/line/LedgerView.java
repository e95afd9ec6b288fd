package cn.suinian.gateway.console.day.line;

import cn.suinian.gateway.console.form.NaturalOrder;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.clearing.TrialBalance;
import cn.suinian.settlement.clearing.TrialBalance.Account;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the trial balance, ready to print. */
public final class LedgerView {

    private static final int PAGE = 100;

    private final Frame frame;
    private final TrialBalance balance;
    private final int from;
    private final AccountWords words;

    LedgerView(Frame frame, TrialBalance balance, long from) {
        this.frame = frame;
        this.balance = balance;
        this.words = new AccountWords(balance.vendorNames(), frame.language());
        this.from = (int) Math.min(from, balance.accounts().size());
    }

    /** An account. */
    public record Row(String name, String code, String debit, String credit, String balance) {}

    public Frame frame() {
        return frame;
    }

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** Whether it balances. */
    public boolean even() {
        return balance.debitFen() == balance.creditFen();
    }

    public String evenLine() {
        return even() ? say(LineText.EVEN, Figures.yuan(balance.debitFen())) : say(LineText.UNEVEN);
    }

    public List<Row> rows() {
        return balance.accounts().stream()
                .sorted(Comparator.comparing(Account::name, NaturalOrder.BY_NUMBERS))
                .skip(from)
                .limit(PAGE)
                .map(this::row)
                .toList();
    }

    public Row total() {
        return new Row("", "", Figures.yuan(balance.debitFen()), Figures.yuan(balance.creditFen()), "");
    }

    public @Nullable String first() {
        return from == 0 ? null : LedgerPages.PATH;
    }

    public @Nullable String older() {
        boolean more = from + PAGE < balance.accounts().size();
        return more ? new Address(LedgerPages.PATH).with("from", from + PAGE).toString() : null;
    }

    private Row row(Account account) {
        long fen = account.debitFen() - account.creditFen();
        LineText side = fen >= 0 ? LineText.DEBIT_BALANCE : LineText.CREDIT_BALANCE;
        return new Row(
                words.of(account.name()),
                account.name(),
                Figures.yuan(account.debitFen()),
                Figures.yuan(account.creditFen()),
                (fen == 0 ? "" : say(side) + " ") + Figures.yuan(Math.abs(fen)));
    }
}
