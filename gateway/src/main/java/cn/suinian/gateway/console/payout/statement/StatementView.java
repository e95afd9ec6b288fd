package cn.suinian.gateway.console.payout.statement;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.NaturalOrder;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Link;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.account.AccountEntry;
import cn.suinian.settlement.account.AccountLine;
import cn.suinian.settlement.account.AccountStatement;
import cn.suinian.settlement.account.DayRange;
import cn.suinian.settlement.account.PartyBalance;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.ledger.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement of account and what asks for another, ready to print.
 *
 * @param export the form that exports it
 * @param only the one payer that the reader chooses from; empty: all
 * @param statement null: none was asked for, or it was refused
 * @param days null: nothing was cleared yet
 * @param payer whose; empty: a vendor's
 * @param exports whether there is a statement to export, shown or too long for a page
 * @param vendorNames of all vendors, by their codes
 */
public record StatementView(
        FormView form,
        FormView export,
        Optional<Payer> only,
        @Nullable AccountStatement statement,
        @Nullable DayRange days,
        Optional<Payer> payer,
        boolean asked,
        boolean exports,
        Map<String, String> vendorNames) {

    private static final Pattern VENDOR = Pattern.compile("vendor:(.+):payable");
    private static final Pattern BANK = Pattern.compile("bank:([A-Z]+)");
    private static final Pattern OWING = Pattern.compile("payer:([A-Z]+):([A-Z]+)");

    /** What there is with one party; each column in yuan. */
    public record PartyRow(Link party, List<String> money) {}

    /** What taps came to. */
    public record LineRow(
            String day,
            boolean reversal,
            String vendor,
            String vendorCode,
            String payer,
            String service,
            List<String> figures) {}

    /** Anything else that moved. */
    public record EntryRow(String day, String what, String party, Link reference, String money) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** Vendors in the order of their numbers. */
    public List<Option> vendors() {
        return vendorNames.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(NaturalOrder.BY_NUMBERS))
                .map(each -> new Option(each.getKey(), each.getKey() + " · " + each.getValue()))
                .toList();
    }

    public List<Option> payers() {
        return Payers.options(only, frame().language());
    }

    private AccountStatement found() {
        if (statement == null) {
            throw new IllegalStateException("there is no statement on this page");
        }
        return statement;
    }

    public String owner() {
        return payer.map(each -> Payers.name(each, frame().language()))
                .orElseGet(() -> found().owner() + " · " + found().ownerCode());
    }

    /** Whose part of a vendor's account it is, when the reader sees no other; empty: it is whole. */
    public String part() {
        return payer.isPresent()
                ? ""
                : only.map(each -> say(StatementText.PART_LINE, Payers.name(each, frame().language())))
                        .orElse("");
    }

    public String range() {
        return days == null ? "" : say(StatementText.DAYS, days.from(), days.to());
    }

    public String opening() {
        return Figures.yuan(found().openingFen());
    }

    public String closing() {
        return Figures.yuan(found().closingFen());
    }

    /** The columns of {@link #parties}. */
    public List<String> partyColumns() {
        return Stream.of(
                        StatementText.OPENING,
                        StatementText.TAPS,
                        StatementText.REVERSED,
                        StatementText.ADJUSTED,
                        StatementText.PAID,
                        StatementText.RETURNED,
                        StatementText.OTHER,
                        StatementText.CLOSING)
                .map(this::say)
                .toList();
    }

    public List<PartyRow> parties() {
        return found().balances().stream()
                .map(each -> new PartyRow(partyLink(each.party()), money(each)))
                .toList();
    }

    private static List<String> money(PartyBalance each) {
        return Stream.of(
                        each.openingFen(),
                        each.clearedFen(),
                        each.reversedFen(),
                        each.adjustedFen(),
                        each.paidFen(),
                        each.returnedFen(),
                        each.otherFen(),
                        each.closingFen())
                .map(Figures::yuan)
                .toList();
    }

    /** The other side's own statement of the same days. */
    private Link partyLink(String account) {
        Address there = new Address("/account-statements");
        Matcher vendor = VENDOR.matcher(account);
        if (vendor.matches()) {
            return new Link(vendor(vendor.group(1)), days(there.with("vendor", vendor.group(1))));
        }
        Optional<Option> same = Payers.options(Optional.empty(), frame().language()).stream()
                .filter(option ->
                        new Payer(Integer.parseInt(option.value())).label().equals(account))
                .findFirst();
        return same.map(option -> new Link(option.name(), days(there.with("payer", option.value()))))
                .orElseGet(() -> Link.of(party(account)));
    }

    private String days(Address address) {
        return days == null
                ? address.toString()
                : address.with("from", days.from()).with("to", days.to()).toString();
    }

    private String party(String account) {
        Matcher vendor = VENDOR.matcher(account);
        if (vendor.matches()) {
            return vendor(vendor.group(1));
        }
        Matcher bank = BANK.matcher(account);
        if (bank.matches()) {
            return say(StatementText.BANK_OF, Payers.name(bank.group(1), frame().language()));
        }
        Matcher owing = OWING.matcher(account);
        if (owing.matches()) {
            return Payers.name(owing.group(1), frame().language()) + " · " + service(owing.group(2));
        }
        return account.startsWith("holders:") ? say(StatementText.HOLDERS) : account;
    }

    private String vendor(String code) {
        String name = found().vendorNames().get(code);
        return name == null ? code : name + " · " + code;
    }

    private String service(String name) {
        return Arrays.stream(Service.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> Names.service(each.code(), frame().language()))
                .orElse(name);
    }

    /** The columns of figures of {@link #lines}. */
    public List<String> lineColumns() {
        return Stream.of(
                        StatementText.COUNT,
                        StatementText.GROSS,
                        StatementText.SUBSIDY,
                        StatementText.SELF_PAY,
                        StatementText.OPERATOR,
                        StatementText.DELIVERY,
                        StatementText.PAYABLE)
                .map(this::say)
                .toList();
    }

    public List<LineRow> lines() {
        return found().lines().stream()
                .map(line -> new LineRow(
                        line.day().toString(),
                        line.reversal(),
                        line.cleared().vendorName(),
                        line.cleared().vendorCode(),
                        line.cleared()
                                .payer()
                                .map(each -> Payers.name(each, frame().language()))
                                .orElseGet(() -> say(StatementText.NOBODY)),
                        Names.service(line.cleared().service().code(), frame().language()),
                        figures(signed(line), line.payableFen())))
                .toList();
    }

    /** What was taken back is below zero, so that columns add up. */
    private static Sums signed(AccountLine line) {
        Sums sums = line.cleared().sums();
        return line.reversal() ? minus(Sums.ZERO, sums) : sums;
    }

    private static Sums minus(Sums from, Sums less) {
        return new Sums(
                from.taps() - less.taps(),
                from.grossFen() - less.grossFen(),
                from.subsidyFen() - less.subsidyFen(),
                from.selfPayFen() - less.selfPayFen(),
                from.operatorSubsidyFen() - less.operatorSubsidyFen(),
                from.deliverySubsidyFen() - less.deliverySubsidyFen());
    }

    /** All taps together, less what was taken back: it is what the rows show. */
    public List<String> lineTotals() {
        Sums all = minus(found().cleared(), found().reversed());
        return figures(
                all, found().lines().stream().mapToLong(AccountLine::payableFen).sum());
    }

    private static List<String> figures(Sums sums, long payableFen) {
        return Stream.concat(
                        Stream.of(Figures.count(sums.taps())),
                        Stream.of(
                                        sums.grossFen(),
                                        sums.subsidyFen(),
                                        sums.selfPayFen(),
                                        sums.operatorSubsidyFen(),
                                        sums.deliverySubsidyFen(),
                                        payableFen)
                                .map(Figures::yuan))
                .toList();
    }

    public List<EntryRow> entries() {
        return found().entries().stream().map(this::entry).toList();
    }

    private EntryRow entry(AccountEntry entry) {
        return new EntryRow(
                entry.day().toString(),
                say(of(entry.kind())),
                party(entry.party()),
                References.of(entry.reference(), frame().language()),
                Figures.yuan(entry.fen()));
    }

    static StatementText of(Entry.Kind kind) {
        return switch (kind) {
            case ADJUSTMENT -> StatementText.ADJUSTMENT;
            case PAYMENT -> StatementText.PAYMENT;
            case PAYMENT_RETURN -> StatementText.PAYMENT_RETURN;
            case PAYMENT_RETURN_UNDONE -> StatementText.PAYMENT_RETURN_UNDONE;
            case ALLOWANCE -> StatementText.ALLOWANCE;
            case ALLOWANCE_RECOVERY -> StatementText.ALLOWANCE_RECOVERY;
            case ALLOWANCE_PAYMENT -> StatementText.ALLOWANCE_PAYMENT;
            case ALLOWANCE_RETURN -> StatementText.ALLOWANCE_RETURN;
        };
    }
}
