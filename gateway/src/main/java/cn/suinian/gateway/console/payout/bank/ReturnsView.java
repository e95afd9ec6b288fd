package cn.suinian.gateway.console.payout.bank;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.BankReason;
import cn.suinian.gateway.console.payout.word.Elsewhere;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.settlement.payout.Payment;
import cn.suinian.settlement.payout.PaymentReturn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments that came back, ready to print. */
public record ReturnsView(
        FormView form,
        List<PaymentReturn> returns,
        boolean openOnly,
        long all,
        @Nullable String first,
        @Nullable String next) {

    /** One of them. */
    public record Row(
            String number,
            String paymentPath,
            String payer,
            String vendor,
            String accountPath,
            String money,
            String kind,
            @Nullable String bankReason,
            String opened,
            boolean open,
            @Nullable String whyNot,
            @Nullable String resolution,
            @Nullable String resolved,
            String resolvePath,
            boolean disputed,
            boolean undone,
            @Nullable String disprovePath) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public boolean prepares() {
        return frame().visitor().may(Permission.PAYOUT_PREPARE);
    }

    public String count() {
        return Figures.count(all);
    }

    /** Whoever took the bank's answer does not say that there was no return. */
    private @Nullable String disprovePath(PaymentReturn it) {
        String path = "/payouts/returns/" + it.paymentNo();
        if (it.disputed()) {
            return path + "/disproof";
        }
        return tookIt(it, frame()) ? null : path + "/disprove";
    }

    private static boolean tookIt(PaymentReturn it, Frame frame) {
        return it.takenBy() != null && it.takenBy().equals(frame.visitor().staffId());
    }

    /** Why somebody who works on returns may not resolve this one; null: they may. */
    static @Nullable String whyNot(PaymentReturn it, Frame frame) {
        if (tookIt(it, frame)) {
            return frame.say(BankText.YOU_TOOK_IT);
        }
        boolean mayReturned = frame.visitor().may(Permission.PAYOUT_APPROVE);
        return it.kind() == Payment.State.RETURNED && !mayReturned ? frame.say(BankText.SUPERVISORS_ONLY) : null;
    }

    static BankText of(Payment.State kind) {
        return kind == Payment.State.RETURNED ? BankText.RETURNED : BankText.REJECTED;
    }

    public List<Row> rows() {
        return returns.stream()
                .map(each -> new Row(
                        each.id(),
                        Elsewhere.payment(Long.toString(each.paymentNo())),
                        Payers.name(each.payer(), frame().language()),
                        each.vendorCode(),
                        "/payouts/accounts/vendors/" + each.vendorId(),
                        Figures.yuan(each.fen()),
                        say(of(each.kind())),
                        BankReason.text(each.bankReason(), frame().language()),
                        Figures.dateTime(each.openedAt()),
                        each.resolvedAt() == null,
                        prepares() ? whyNot(each, frame()) : null,
                        each.resolution(),
                        each.resolvedAt() == null
                                ? null
                                : each.resolvedAs() + " · " + Figures.dateTime(each.resolvedAt()),
                        "/payouts/returns/" + each.paymentNo(),
                        each.disputed(),
                        each.undone(),
                        disprovePath(each)))
                .toList();
    }
}
