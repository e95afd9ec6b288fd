package cn.suinian.gateway.console.payout;

import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.payout.DueView.RestPart;
import cn.suinian.gateway.console.payout.statement.References;
import cn.suinian.gateway.console.payout.word.Elsewhere;
import cn.suinian.gateway.console.payout.word.Link;
import cn.suinian.settlement.account.AccountEntry;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.policy.Outstanding;
import cn.suinian.settlement.payout.policy.Outstanding.Early;
import cn.suinian.settlement.payout.policy.Outstanding.Rest;
import cn.suinian.settlement.payout.policy.Plan.Reason;
import cn.suinian.settlement.payout.policy.Plan.Withheld;
import cn.suinian.settlement.payout.policy.Withholding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a part of what is owed is not payable now, in words, and where that is settled.
 *
 * @param throughDay what is looked at is owed up to this day
 * @param lastPayable the last day that could be paid
 * @param unsent the payer's batch that is not sent; null: none
 * @param adjusted what signed adjustments of later days took back
 */
record RestWords(
        Outstanding of,
        LocalDate throughDay,
        LocalDate lastPayable,
        @Nullable PayoutBatch unsent,
        List<AccountEntry> adjusted,
        Language language) {

    private static final int MOST_DAYS = 5;

    /** Every part. */
    List<RestPart> parts() {
        return of.rest().stream()
                .map(rest -> new RestPart(what(rest).in(language), money(rest), links(rest)))
                .toList();
    }

    private static PayoutText what(Rest rest) {
        return switch (rest.cause()) {
            case UNSENT_BATCH -> PayoutText.REST_UNSENT;
            case PAYER_ACCOUNT_CHANGE_WAITING -> PayoutText.REST_PAYER_CHANGE;
            case PAYER_ACCOUNT_MISSING -> PayoutText.REST_PAYER_ACCOUNT;
            case WITHHELD -> PayoutWords.of(why(rest));
            case DAYS_NOT_APPROVED -> PayoutText.WHY_DAY;
            case TAKEN_BACK_LATER -> PayoutText.REST_TAKEN_BACK;
        };
    }

    private String money(Rest rest) {
        String yuan = Figures.yuan(rest.fen());
        return rest.vendors() == 0
                ? PayoutText.MONEY_ALONE.in(language, yuan)
                : PayoutText.OF_VENDORS_MONEY.in(language, Figures.count(rest.vendors()), yuan);
    }

    private List<Link> links(Rest rest) {
        return switch (rest.cause()) {
            case UNSENT_BATCH ->
                unsent == null
                        ? List.of()
                        : List.of(new Link(
                                PayoutText.BATCH.in(language, unsent.batchNo()), "/payouts/" + unsent.batchNo()));
            case PAYER_ACCOUNT_CHANGE_WAITING, PAYER_ACCOUNT_MISSING ->
                List.of(new Link(
                        PayoutText.SEE_ACCOUNT.in(language),
                        "/payouts/accounts/payers/" + of.payer().code()));
            case WITHHELD -> withheld(rest);
            case DAYS_NOT_APPROVED -> days();
            case TAKEN_BACK_LATER -> takenBack();
        };
    }

    /** Later days by their statement of account; days that are not cleared have none, so their entries are named. */
    private List<Link> takenBack() {
        if (throughDay.isBefore(lastPayable)) {
            return List.of(new Link(
                    PayoutText.SEE_STATEMENT.in(language),
                    new Address("/account-statements")
                            .with("payer", of.payer().code())
                            .with("from", throughDay.plusDays(1))
                            .with("to", lastPayable)
                            .toString()));
        }
        List<Link> links = new ArrayList<>();
        adjusted.stream().limit(MOST_DAYS).forEach(entry -> links.add(References.of(entry.reference(), language)));
        if (adjusted.size() > MOST_DAYS || links.isEmpty()) {
            links.add(new Link(
                    PayoutText.SEE_BREAKS.in(language),
                    new Address("/reconciliation/breaks")
                            .with("state", "ADJUSTED")
                            .toString()));
        }
        return links;
    }

    /** The first of the days, in order: the others wait for them. */
    private List<Link> days() {
        List<LocalDate> days =
                of.early().stream().map(Early::day).distinct().sorted().toList();
        List<Link> links = new ArrayList<>();
        days.stream().limit(MOST_DAYS).forEach(day -> links.add(new Link(day.toString(), Elsewhere.day(day))));
        if (days.size() > MOST_DAYS) {
            links.add(room(Withholding.DAY_NOT_APPROVED));
        }
        return links;
    }

    /** Of one vendor what holds it, of several where such things are. */
    private List<Link> withheld(Rest rest) {
        if (rest.withheld().size() > 1) {
            return List.of(room(why(rest)));
        }
        Withheld vendor = rest.withheld().get(0);
        String detail = vendor.reasons().stream()
                .filter(reason -> reason.code() == why(rest))
                .map(Reason::detail)
                .findFirst()
                .orElse("");
        List<Link> links = PayoutWords.links(why(rest), detail, vendor.vendorId(), language).stream()
                .filter(link -> link.path() != null)
                .toList();
        return links.isEmpty() ? List.of(room(why(rest))) : links;
    }

    private Link room(Withholding why) {
        PayoutText text =
                switch (why) {
                    case DAY_NOT_APPROVED, NOT_LOOKED_AT -> PayoutText.SEE_DAYS;
                    case HELD -> PayoutText.SEE_HOLDS;
                    case NOT_COMPARED -> PayoutText.SEE_COMPARISONS;
                    case OPEN_BREAKS -> PayoutText.SEE_BREAKS;
                    case RETURN_OPEN -> PayoutText.SEE_RETURNS;
                    case ACCOUNT_CHANGE_WAITING, ACCOUNT_MISSING -> PayoutText.SEE_ACCOUNTS;
                    case OWED_BACK -> PayoutText.SEE_VENDORS;
                };
        String path =
                switch (why) {
                    case DAY_NOT_APPROVED, NOT_LOOKED_AT -> "/days";
                    case HELD -> "/lens/holds";
                    case NOT_COMPARED -> "/reconciliation";
                    case OPEN_BREAKS -> "/reconciliation/breaks";
                    case RETURN_OPEN -> "/payouts/returns";
                    case ACCOUNT_CHANGE_WAITING, ACCOUNT_MISSING -> "/payouts/accounts";
                    case OWED_BACK ->
                        new Address("/payouts/due")
                                .with("payer", of.payer().code())
                                .with("throughDay", throughDay)
                                .toString();
                };
        return new Link(text.in(language), path);
    }

    private static Withholding why(Rest rest) {
        return Objects.requireNonNull(rest.why(), "vendors are withheld for a reason");
    }
}
