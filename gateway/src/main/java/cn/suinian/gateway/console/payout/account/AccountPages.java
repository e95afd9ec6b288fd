package cn.suinian.gateway.console.payout.account;

import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.payout.account.AccountViews.DecideView;
import cn.suinian.gateway.console.payout.account.AccountViews.ListView;
import cn.suinian.gateway.console.payout.account.AccountViews.Owner;
import cn.suinian.gateway.console.payout.account.AccountViews.OwnerView;
import cn.suinian.gateway.console.payout.account.AccountViews.PayerRow;
import cn.suinian.gateway.console.payout.account.AccountViews.Row;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.payout.PayoutLists;
import cn.suinian.settlement.payout.account.AccountOwner;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.AccountRefusal;
import cn.suinian.settlement.payout.account.AccountVersion;
import cn.suinian.settlement.payout.account.BankAccounts;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.payout.account.VendorAccount;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bank accounts: all of them, one owner's, a change, and what a second person says of it. */
public final class AccountPages {

    private static final String ACCOUNTS = "/payouts/accounts";
    private static final String CHANGE = ACCOUNTS + "/changes/:no";
    private static final int MOST_WAITING = 50;
    private static final int MOST_PAYER = 11;

    private final BankAccounts accounts;

    public AccountPages(PayoutOffice office) {
        this.accounts = office.accounts();
    }

    public List<ConsoleRoute> routes() {
        Permission see = Permission.PAYOUT_VIEW;
        Permission approve = Permission.PAYOUT_APPROVE;
        List<ConsoleRoute> routes = new ArrayList<>();
        routes.add(ConsoleRoute.get(ACCOUNTS, see, this::list));
        routes.addAll(ofOwner("/vendors/:id", visit -> new OfVendor(NotThere.smallNumber(visit, "id"))));
        routes.addAll(ofOwner("/payers/:payer", AccountPages::payer));
        routes.add(ConsoleRoute.form(CHANGE, see, this::masked));
        routes.add(ConsoleRoute.act(CHANGE + "/show", approve, this::show, this::masked));
        routes.add(ConsoleRoute.act(CHANGE + "/confirm", approve, this::confirm, this::masked));
        routes.add(ConsoleRoute.act(CHANGE + "/reject", approve, this::reject, this::masked));
        return NotThere.around(routes, AccountRefusal.NO_SUCH_VENDOR, AccountRefusal.NO_SUCH_CHANGE);
    }

    private List<ConsoleRoute> ofOwner(String path, Function<Visit, AccountOwner> owner) {
        String change = ACCOUNTS + path + "/change";
        Desk.Form form = (visit, problems) -> change(visit, owner.apply(visit), problems);
        return List.of(
                ConsoleRoute.get(ACCOUNTS + path, Permission.PAYOUT_VIEW, visit -> owner(visit, owner.apply(visit))),
                ConsoleRoute.form(change, Permission.PAYOUT_PREPARE, form),
                ConsoleRoute.act(change, Permission.PAYOUT_PREPARE, visit -> ask(visit, owner.apply(visit)), form));
    }

    private static AccountOwner payer(Visit visit) {
        int code = NotThere.smallNumber(visit, "payer");
        if (code > MOST_PAYER) {
            throw new RefusedException(AccountRefusal.NO_SUCH_VENDOR);
        }
        return new OfPayer(new Payer(code));
    }

    private Answer list(Visit visit) throws SQLException {
        String after = visit.query("after").orElse("");
        boolean without = visit.query("without").isPresent();
        FormView form = visit.form(Typed.of(without ? Map.of("without", "yes") : Map.of()), Problems.NONE);
        List<Row> waiting = new ArrayList<>();
        for (AccountVersion version : accounts.listWaiting(visit.actor(), 0, MOST_WAITING)) {
            waiting.add(AccountViews.row(form.frame(), version, owner(visit, form, version.owner()), ""));
        }
        List<PayerRow> payers = new ArrayList<>();
        for (var option : Payers.options(
                PayoutLists.onlyPayer(visit.actor()), form.frame().language())) {
            payers.add(payer(visit, form, new Payer(Integer.parseInt(option.value()))));
        }
        List<VendorAccount> found = accounts.listVendors(visit.actor(), after, without, Slice.ROWS + 1);
        List<VendorAccount> shown = found.subList(0, Math.min(Slice.ROWS, found.size()));
        Address here = new Address(ACCOUNTS).with("without", without ? "yes" : null);
        ListView view = new ListView(
                form,
                waiting,
                payers,
                shown,
                after.isEmpty() ? null : here.toString(),
                found.size() > Slice.ROWS
                        ? here.with("after", shown.get(shown.size() - 1).code()).toString()
                        : null);
        return Answer.page("payout/account/list.jte", Map.of("view", view));
    }

    private PayerRow payer(Visit visit, FormView form, Payer payer) throws SQLException {
        List<AccountVersion> versions = accounts.history(visit.actor(), new OfPayer(payer));
        Optional<AccountVersion> now = inForce(versions);
        return new PayerRow(
                Payers.name(payer, form.frame().language()),
                ACCOUNTS + "/payers/" + payer.code(),
                now.map(each -> form.frame().say(AccountText.MASKED, each.numberTail()))
                        .orElseGet(() -> form.frame().say(AccountText.NO_ACCOUNT)),
                versions.stream().anyMatch(each -> each.state() == AccountVersion.State.WAITING));
    }

    private static Optional<AccountVersion> inForce(List<AccountVersion> versions) {
        return versions.stream()
                .filter(each -> each.state() == AccountVersion.State.CONFIRMED)
                .findFirst();
    }

    private Answer owner(Visit visit, AccountOwner owner) throws SQLException {
        FormView form = visit.form(Problems.NONE);
        OwnerView view = new OwnerView(form, owner(visit, form, owner), accounts.history(visit.actor(), owner));
        return Answer.page("payout/account/owner.jte", Map.of("view", view));
    }

    private Answer change(Visit visit, AccountOwner owner, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        OwnerView view = new OwnerView(form, owner(visit, form, owner), accounts.history(visit.actor(), owner));
        return Answer.page("payout/account/change.jte", Map.of("view", view));
    }

    private Answer ask(Visit visit, AccountOwner owner) throws SQLException {
        Typed typed = visit.typed();
        BankDetails details = new BankDetails(
                typed.text("accountName"), typed.text("number"), typed.text("bankCode"), typed.text("bankName"));
        long request = accounts.ask(visit.actor(), owner, details, typed.text("reason"));
        return Answer.to(ACCOUNTS + "/changes/" + request)
                .saying(Flash.done(visit.frame().say(AccountText.ASKED_SAID)));
    }

    private Answer masked(Visit visit, Problems problems) throws SQLException {
        return Answer.page("payout/account/decide.jte", Map.of("view", decide(visit, problems, null)));
    }

    /** Shown this once; what is asked for is in the audit trail. */
    private Answer show(Visit visit) throws SQLException {
        BankDetails full = accounts.show(visit.actor(), NotThere.number(visit, "no"));
        return Answer.telling("payout/account/decide.jte", Map.of("view", decide(visit, Problems.NONE, full)));
    }

    private Answer confirm(Visit visit) throws SQLException {
        accounts.confirm(visit.actor(), NotThere.number(visit, "no"));
        return done(visit, AccountText.CONFIRMED_SAID);
    }

    private Answer reject(Visit visit) throws SQLException {
        accounts.reject(
                visit.actor(), NotThere.number(visit, "no"), visit.typed().text("reason"));
        return done(visit, AccountText.REJECTED_SAID);
    }

    private Answer done(Visit visit, AccountText what) {
        return Answer.to(ACCOUNTS).saying(Flash.done(visit.frame().say(what)));
    }

    private DecideView decide(Visit visit, Problems problems, @Nullable BankDetails full) throws SQLException {
        AccountVersion asked = accounts.change(visit.actor(), NotThere.number(visit, "no"));
        FormView form = visit.form(problems);
        AccountVersion before =
                inForce(accounts.history(visit.actor(), asked.owner())).orElse(null);
        return new DecideView(
                form,
                visit.form(problems),
                owner(visit, form, asked.owner()),
                asked,
                before,
                full,
                asked.askedAs().equals(visit.actor().account()));
    }

    /** What an owner is called; a vendor that is not there is no page. */
    private Owner owner(Visit visit, FormView form, AccountOwner owner) throws SQLException {
        boolean theirs = BankAccounts.isTheirs(visit.actor(), owner);
        if (owner instanceof OfPayer of) {
            return new Owner(
                    Payers.name(of.payer(), form.frame().language()),
                    ACCOUNTS + "/payers/" + of.payer().code(),
                    theirs);
        }
        int vendorId = ((OfVendor) owner).vendorId();
        String name = accounts.vendorName(visit.actor(), vendorId)
                .orElseThrow(() -> new RefusedException(AccountRefusal.NO_SUCH_VENDOR));
        return new Owner(name, ACCOUNTS + "/vendors/" + vendorId, theirs);
    }
}
