package cn.suinian.gateway.console.payout;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.DueView.HeldRow;
import cn.suinian.gateway.console.payout.DueView.Reason;
import cn.suinian.gateway.console.payout.word.BankReason;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.settlement.payout.Payment;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.PayoutBatch.Act;
import cn.suinian.settlement.payout.PayoutFile;
import cn.suinian.settlement.payout.WithheldVendor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch, ready to print.
 *
 * @param files each with a form of its own for the file and one for its signature, and who took it out last
 */
public record BatchView(
        FormView form,
        PayoutBatch batch,
        List<Payment> payments,
        List<WithheldVendor> withheld,
        List<Files> files,
        String after,
        String afterWithheld) {

    /**
     * A file and what asks for it.
     *
     * @param taken when it was taken out last, and not its signature; null: never
     */
    public record Files(
            PayoutFile file,
            FormView content,
            FormView signature,
            @Nullable AuditRow taken) {
        public String path() {
            return "/payouts/" + file.batchNo() + "/files/" + file.fileNo();
        }

        public String size() {
            return Figures.count(file.bytes());
        }

        /** Who took it out last. */
        public String lastTaken() {
            return taken == null
                    ? content.frame().say(PayoutText.NEVER_TAKEN)
                    : content.frame().say(PayoutText.LAST_TAKEN, taken.actor(), Figures.dateTime(taken.at()));
        }
    }

    /** A payment. */
    public record PaymentRow(
            String id,
            String code,
            String name,
            String money,
            String state,
            String tone,
            @Nullable String bank,
            String account) {}

    /** Payments in one state together. */
    public record StateRow(String state, String count, String money) {}

    /** Something that was done. */
    public record Step(
            String what, String who, String when, @Nullable String why) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String path() {
        return "/payouts/" + batch.batchNo();
    }

    public String title() {
        return say(PayoutText.BATCH, batch.batchNo());
    }

    public String state() {
        return say(PayoutWords.of(batch.state()));
    }

    public String tone() {
        return PayoutWords.tone(batch.state());
    }

    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(WordText.PAYER), Payers.name(batch.payer(), frame().language()));
        facts.put(say(PayoutText.THROUGH), batch.throughDay().toString());
        facts.put(say(PayoutText.PAYMENTS), Figures.count(batch.payments()));
        facts.put(say(WordText.TOTAL), say(WordText.YUAN, Figures.yuan(batch.totalFen())));
        facts.put(say(PayoutText.WITHHELD_COUNT), Figures.count(batch.withheldVendors()));
        facts.put(say(PayoutText.PREPARED_BY), batch.prepared().by());
        facts.put(say(WordText.WHY), batch.reason());
        if (batch.executeOn() != null) {
            facts.put(say(PayoutText.EXECUTE_ON), batch.executeOn().toString());
        }
        return facts;
    }

    /** Whether the reader prepared it. */
    public boolean own() {
        return Objects.equals(frame().visitor().staffId(), batch.prepared().staffId());
    }

    /** Whether it waits for a second person. */
    public boolean waits() {
        return batch.state() == PayoutBatch.State.PREPARED;
    }

    /** Whether the reader may be that person. */
    public boolean decides() {
        return waits() && !own() && frame().visitor().may(Permission.PAYOUT_APPROVE);
    }

    /** Why the reader may not decide; null: they may, or nothing waits. */
    public @Nullable String whyNot() {
        if (!waits() || decides()) {
            return null;
        }
        return say(own() ? WordText.OWN : WordText.NO_RIGHT);
    }

    public boolean prepares() {
        return frame().visitor().may(Permission.PAYOUT_PREPARE);
    }

    public boolean sends() {
        return prepares() && batch.state() == PayoutBatch.State.APPROVED;
    }

    public boolean cancels() {
        return prepares() && (waits() || batch.state() == PayoutBatch.State.APPROVED);
    }

    public Slice<Payment> paid() {
        return Slice.after(
                payments,
                Payment::vendorCode,
                after,
                new Address(path()).with("afterWithheld", afterWithheld),
                "after");
    }

    public List<PaymentRow> paymentRows() {
        return paid().rows().stream()
                .map(each -> new PaymentRow(
                        each.id(),
                        each.vendorCode(),
                        each.vendorName(),
                        Figures.yuan(each.fen()),
                        say(PayoutWords.of(each)),
                        PayoutWords.tone(each),
                        bank(each),
                        "/payouts/accounts/vendors/" + each.vendorId()))
                .toList();
    }

    private @Nullable String bank(Payment payment) {
        String status = payment.bankStatus();
        String reason = BankReason.text(payment.bankReason(), frame().language());
        return status == null || reason == null ? status : status + " · " + reason;
    }

    /** All payments together, by what became of them. */
    public List<StateRow> byState() {
        Map<PayoutText, List<Payment>> states = payments.stream()
                .collect(Collectors.groupingBy(PayoutWords::of, LinkedHashMap::new, Collectors.toList()));
        List<StateRow> rows = new ArrayList<>();
        states.forEach((state, all) -> rows.add(new StateRow(
                say(state),
                Figures.count(all.size()),
                Figures.yuan(all.stream().mapToLong(Payment::fen).sum()))));
        return rows;
    }

    public String payerTotal() {
        return say(PayoutText.OF_PAYER, Payers.name(batch.payer(), frame().language()));
    }

    public String total() {
        return Figures.yuan(batch.totalFen());
    }

    public String count() {
        return Figures.count(batch.payments());
    }

    public Slice<List<WithheldVendor>> held() {
        List<List<WithheldVendor>> vendors = List.copyOf(withheld.stream()
                .collect(Collectors.groupingBy(WithheldVendor::vendorCode, LinkedHashMap::new, Collectors.toList()))
                .values());
        return Slice.after(
                vendors,
                each -> each.get(0).vendorCode(),
                afterWithheld,
                new Address(path()).with("after", after),
                "afterWithheld");
    }

    public List<HeldRow> heldRows() {
        return held().rows().stream()
                .map(each -> new HeldRow(
                        each.get(0).vendorCode(),
                        each.get(0).vendorName(),
                        "",
                        Figures.yuan(each.get(0).fen()),
                        each.stream().map(this::reason).toList()))
                .toList();
    }

    private Reason reason(WithheldVendor why) {
        Language language = frame().language();
        return new Reason(
                say(PayoutWords.of(why.code())),
                language == Language.ZH ? why.code().zh() : why.code().en(),
                PayoutWords.links(why.code(), why.detail(), why.vendorId(), language));
    }

    /** What was done, the first thing first. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(step(say(PayoutText.T_PREPARED), batch.prepared(), batch.reason()));
        if (batch.approved() != null) {
            steps.add(step(say(PayoutText.T_APPROVED), batch.approved(), null));
        }
        if (batch.sent() != null) {
            steps.add(step(say(PayoutText.T_SENT, batch.executeOn()), batch.sent(), null));
        }
        if (batch.cancelled() != null) {
            steps.add(step(say(PayoutText.T_CANCELLED), batch.cancelled(), batch.cancelReason()));
        }
        return steps;
    }

    private static Step step(String what, Act act, @Nullable String why) {
        return new Step(what, act.by(), Figures.dateTime(act.at()), why);
    }
}
