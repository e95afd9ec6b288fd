package cn.suinian.gateway.console.payout.account;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.settlement.payout.account.AccountVersion;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.payout.account.VendorAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pages of bank accounts, ready to print. */
public final class AccountViews {

    private AccountViews() {}

    /**
     * A version of an account.
     *
     * @param owner whose; empty where the page says it
     */
    public record Row(
            String version,
            String owner,
            String ownerPath,
            String account,
            String number,
            String bank,
            String state,
            String tone,
            String asked,
            String askedAt,
            String reason,
            @Nullable String decided,
            @Nullable String decidedAt,
            String decidePath) {}

    /**
     * Whose account it is.
     *
     * @param theirs whether the reader may have to do with it, as far as their part of the city goes
     */
    public record Owner(String name, String path, boolean theirs) {}

    /**
     * A version as a row.
     *
     * @param number the how many-th of its owner; empty where the page does not say
     */
    static Row row(Frame frame, AccountVersion version, Owner owner, String number) {
        return new Row(
                number,
                owner.name(),
                owner.path(),
                version.accountName(),
                frame.say(AccountText.MASKED, version.numberTail()),
                version.bankName(),
                frame.say(state(version.state())),
                tone(version.state()),
                version.askedAs(),
                Figures.dateTime(version.askedAt()),
                version.reason(),
                version.decidedAs(),
                version.decidedAt() == null ? null : Figures.dateTime(version.decidedAt()),
                "/payouts/accounts/changes/" + version.requestNo());
    }

    private static AccountText state(AccountVersion.State state) {
        return switch (state) {
            case WAITING -> AccountText.WAITS;
            case CONFIRMED -> AccountText.CONFIRMED;
            case REJECTED -> AccountText.REJECTED;
            case WITHDRAWN -> AccountText.WITHDRAWN;
        };
    }

    private static String tone(AccountVersion.State state) {
        return switch (state) {
            case WAITING -> "wait";
            case CONFIRMED -> "good";
            case REJECTED, WITHDRAWN -> "over";
        };
    }

    /** All accounts. */
    public record ListView(
            FormView form,
            List<Row> waiting,
            List<PayerRow> payers,
            List<VendorAccount> vendors,
            @Nullable String first,
            @Nullable String next) {

        public Frame frame() {
            return form.frame();
        }

        public String say(Phrase phrase, Object... values) {
            return frame().say(phrase, values);
        }

        public List<VendorRow> vendorRows() {
            return vendors.stream()
                    .map(vendor -> new VendorRow(
                            vendor.code(),
                            vendor.name(),
                            "/payouts/accounts/vendors/" + vendor.vendorId(),
                            vendor.numberTail() == null
                                    ? say(AccountText.NO_ACCOUNT)
                                    : say(AccountText.MASKED, vendor.numberTail()),
                            vendor.bankName(),
                            vendor.changeWaits()))
                    .toList();
        }
    }

    /** A payer's account. */
    public record PayerRow(String name, String path, String account, boolean waits) {}

    /** A vendor's account. */
    public record VendorRow(
            String code,
            String name,
            String path,
            String account,
            @Nullable String bank,
            boolean waits) {}

    /** One owner's accounts, and the form that asks for another. */
    public record OwnerView(FormView form, Owner owner, List<AccountVersion> versions) {

        public Frame frame() {
            return form.frame();
        }

        public String say(Phrase phrase, Object... values) {
            return frame().say(phrase, values);
        }

        public List<Row> rows() {
            return IntStream.range(0, versions.size())
                    .mapToObj(i -> row(frame(), versions.get(i), owner, Integer.toString(versions.size() - i)))
                    .toList();
        }

        public boolean waits() {
            return versions.stream().anyMatch(each -> each.state() == AccountVersion.State.WAITING);
        }

        public boolean prepares() {
            return frame().visitor().may(Permission.PAYOUT_PREPARE) && owner.theirs() && !waits();
        }
    }

    /**
     * A change that waits.
     *
     * @param before the account in force; null: none is
     * @param full the account that is asked for, in full; null: masked
     * @param rejection the form that refuses it
     */
    public record DecideView(
            FormView form,
            FormView rejection,
            Owner owner,
            AccountVersion asked,
            @Nullable AccountVersion before,
            @Nullable BankDetails full,
            boolean own) {

        public Frame frame() {
            return form.frame();
        }

        public String say(Phrase phrase, Object... values) {
            return frame().say(phrase, values);
        }

        public String title() {
            return say(AccountText.DECIDE_TITLE, asked.requestNo());
        }

        public String path() {
            return "/payouts/accounts/changes/" + asked.requestNo();
        }

        public boolean waits() {
            return asked.state() == AccountVersion.State.WAITING;
        }

        public boolean decides() {
            return waits() && !own && owner.theirs() && frame().visitor().may(Permission.PAYOUT_APPROVE);
        }

        public String whyNot() {
            if (!waits()) {
                return say(AccountText.DECIDED);
            }
            return say(own ? WordText.OWN : WordText.NO_RIGHT);
        }

        public Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(say(AccountText.OWNER), owner.name());
            facts.put(say(WordText.ASKED_BY), asked.askedAs() + " · " + Figures.dateTime(asked.askedAt()));
            facts.put(say(WordText.WHY), asked.reason());
            facts.put(say(WordText.STATE), say(state(asked.state())));
            return facts;
        }

        public Map<String, String> after() {
            Map<String, String> facts = masked(asked);
            if (full != null) {
                facts.put(say(AccountText.NUMBER), full.number().replaceAll("(.{4})(?=.)", "$1 "));
            }
            return facts;
        }

        public Map<String, String> now() {
            return before == null ? Map.of(say(AccountText.NUMBER), say(AccountText.NO_ACCOUNT)) : masked(before);
        }

        private Map<String, String> masked(AccountVersion version) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(say(AccountText.ACCOUNT_NAME), version.accountName());
            facts.put(say(AccountText.NUMBER), say(AccountText.MASKED, version.numberTail()));
            facts.put(say(AccountText.BANK_CODE), version.bankCode());
            facts.put(say(AccountText.BANK_NAME), version.bankName());
            return facts;
        }
    }
}
