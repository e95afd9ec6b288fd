package cn.suinian.gateway.console.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Elsewhere;
import cn.suinian.gateway.console.payout.word.Link;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.settlement.account.AccountEntry;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.PayoutLists.Outlook;
import cn.suinian.settlement.payout.policy.Outstanding;
import cn.suinian.settlement.payout.policy.Outstanding.Early;
import cn.suinian.settlement.payout.policy.Plan.Due;
import cn.suinian.settlement.payout.policy.Plan.Withheld;
import cn.suinian.settlement.payout.policy.Unpaid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be paid now, ready to print.
 *
 * @param only the one payer that the reader sees; empty: all
 * @param throughDay null: no business day can be paid yet
 * @param lastPayable the last day that could be paid; null: none yet
 * @param outstanding what each payer owes, or the one that is looked at
 * @param payer the one that is looked at; null: none
 * @param unsent batches that are not sent, by payer
 * @param adjusted what signed adjustments of later days took back, by payer
 */
public record DueView(
        FormView form,
        Optional<Payer> only,
        @Nullable LocalDate throughDay,
        @Nullable LocalDate lastPayable,
        List<Outstanding> outstanding,
        @Nullable Payer payer,
        @Nullable Outlook outlook,
        Map<Payer, PayoutBatch> unsent,
        Map<Payer, List<AccountEntry>> adjusted,
        String after,
        String afterWithheld,
        String afterEarly) {

    /** What a payer owes and can pay now. */
    public record PayerRow(
            String name, String path, String payable, String vendors, String owed, List<RestPart> rest) {}

    /** A part of it that cannot be paid now: why, how much, and where that is settled. */
    public record RestPart(String what, String money, List<Link> links) {}

    /** A vendor that can be paid. */
    public record PaidRow(String code, String name, String days, String money, String statement) {}

    /** A vendor that cannot. */
    public record HeldRow(String code, String name, String days, String money, List<Reason> reasons) {}

    /** What a vendor is owed of a day that is not approved yet. */
    public record EarlyRow(String code, String name, String day, String path, String money) {}

    /** Why, what to do, and where. */
    public record Reason(String what, String todo, List<Link> links) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public List<Option> payers() {
        return Payers.options(only, frame().language());
    }

    /** What each payer owes and can pay now. */
    public List<PayerRow> payerRows() {
        return outstanding.stream()
                .map(each -> new PayerRow(
                        PayoutWords.of(each.payer(), frame().language()),
                        here(each.payer()).toString(),
                        Figures.yuan(each.payableFen()),
                        say(PayoutText.OF_VENDORS, Figures.count(each.payableVendors())),
                        Figures.yuan(each.owedFen()),
                        rest(each)))
                .toList();
    }

    public String payableTotal() {
        return Figures.yuan(
                outstanding.stream().mapToLong(Outstanding::payableFen).sum());
    }

    public String owedTotal() {
        return Figures.yuan(outstanding.stream().mapToLong(Outstanding::owedFen).sum());
    }

    /** Whether a payer is looked at. */
    public boolean one() {
        return outlook != null;
    }

    public String payerName() {
        return payer == null ? "" : PayoutWords.of(payer, frame().language());
    }

    /** That nothing is owed, and by whom: by the payer that is looked at or the reader's own, else by all. */
    public String nothingOwed() {
        return payer == null ? say(PayoutText.NOTHING_OWED_LINE) : say(PayoutText.NOTHING_OWED_OF, payerName());
    }

    /** A batch of this payer that is not sent yet; nothing: there is none. */
    public @Nullable String unsentNo() {
        PayoutBatch batch = payer == null ? null : unsent.get(payer);
        return batch == null ? null : Long.toString(batch.batchNo());
    }

    /** Whether the reader can go on to a batch. */
    public boolean prepares() {
        return outlook != null
                && outlook.outstanding().payableVendors() > 0
                && frame().visitor().may(Permission.PAYOUT_PREPARE);
    }

    public String preparePath() {
        return new Address("/payouts/new")
                .with("payer", payer == null ? null : payer.code())
                .with("throughDay", throughDay)
                .toString();
    }

    /** The vendors of this page that can be paid. */
    public Slice<Due> paid() {
        return outlook == null
                ? Slice.none()
                : Slice.after(
                        outlook.plan().payments(),
                        Due::vendorCode,
                        after,
                        here().with("afterWithheld", afterWithheld),
                        "after");
    }

    /** The vendors of this page that cannot. */
    public Slice<Withheld> withheld() {
        return outlook == null
                ? Slice.none()
                : Slice.after(
                        outlook.plan().withheld(),
                        Withheld::vendorCode,
                        afterWithheld,
                        here().with("after", after),
                        "afterWithheld");
    }

    public List<PaidRow> paidRows() {
        return paid().rows().stream()
                .map(due -> new PaidRow(
                        due.vendorCode(),
                        name(due.vendorId()),
                        days(due.vendorId()),
                        Figures.yuan(due.fen()),
                        statement(due.vendorCode(), due.vendorId())))
                .toList();
    }

    public String paidTotal() {
        return outlook == null ? "" : Figures.yuan(outlook.plan().totalFen());
    }

    public List<HeldRow> heldRows() {
        return withheld().rows().stream()
                .map(held -> new HeldRow(
                        held.vendorCode(),
                        name(held.vendorId()),
                        days(held.vendorId()),
                        Figures.yuan(held.fen()),
                        held.reasons().stream()
                                .map(reason -> new Reason(
                                        say(PayoutWords.of(reason.code())),
                                        frame().language() == Language.ZH
                                                ? reason.code().zh()
                                                : reason.code().en(),
                                        PayoutWords.links(
                                                reason.code(), reason.detail(), held.vendorId(), frame().language())))
                                .toList()))
                .toList();
    }

    public String withheldTotal() {
        return outlook == null
                ? ""
                : Figures.yuan(outlook.plan().withheld().stream()
                        .mapToLong(Withheld::fen)
                        .sum());
    }

    /** What is owed of days that are not approved yet, those of this page by day and vendor code. */
    public Slice<Early> early() {
        return outlook == null
                ? Slice.none()
                : Slice.after(
                        outlook.outstanding().early(),
                        each -> each.day() + " " + each.vendorCode(),
                        afterEarly,
                        here(),
                        "afterEarly");
    }

    public List<EarlyRow> earlyRows() {
        return early().rows().stream()
                .map(each -> new EarlyRow(
                        each.vendorCode(),
                        each.vendorName(),
                        each.day().toString(),
                        Elsewhere.day(each.day()),
                        Figures.yuan(each.fen())))
                .toList();
    }

    public String earlyTotal() {
        return outlook == null ? "" : Figures.yuan(outlook.outstanding().earlyFen());
    }

    private Address here() {
        return here(payer);
    }

    private Address here(@Nullable Payer one) {
        return new Address("/payouts/due")
                .with("payer", one == null ? null : one.code())
                .with("throughDay", throughDay);
    }

    private List<RestPart> rest(Outstanding of) {
        LocalDate day = throughDay == null ? LocalDate.MIN : throughDay;
        LocalDate last = lastPayable == null ? day : lastPayable;
        return new RestWords(
                        of,
                        day,
                        last,
                        unsent.get(of.payer()),
                        adjusted.getOrDefault(of.payer(), List.of()),
                        frame().language())
                .parts();
    }

    private String name(int vendorId) {
        Unpaid unpaid = outlook == null ? null : outlook.unpaid().get(vendorId);
        return unpaid == null ? "" : unpaid.vendorName();
    }

    private String days(int vendorId) {
        Unpaid unpaid = outlook == null ? null : outlook.unpaid().get(vendorId);
        if (unpaid == null) {
            return "";
        }
        return unpaid.days() == 1
                ? say(PayoutText.ONE_DAY, unpaid.first())
                : say(PayoutText.SOME_DAYS, unpaid.first(), unpaid.last(), unpaid.days());
    }

    private String statement(String vendorCode, int vendorId) {
        Unpaid unpaid = outlook == null ? null : outlook.unpaid().get(vendorId);
        return new Address("/account-statements")
                .with("vendor", vendorCode)
                .with("from", unpaid == null ? throughDay : unpaid.first())
                .with("to", throughDay)
                .toString();
    }
}
