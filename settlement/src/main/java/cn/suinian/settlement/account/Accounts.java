package cn.suinian.settlement.account;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.account.AccountStore.Named;
import cn.suinian.settlement.ledger.VendorNames;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Statements of account of vendors and payers. Blocks; refusals are {@link AccountRefusal}. */
public final class Accounts {

    /** Lines or entries of a statement that a page shows. */
    static final int MOST_ON_A_PAGE = 5000;

    private final Transactions transactions;
    private final AuditLog audit;

    public Accounts(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * A statement for a page; all its days are cleared. Whoever works for a district sees its payer's money alone: its
     * own statement, and of a vendor's what is between the two.
     *
     * @throws IllegalStateException when lines and journal do not agree
     */
    public AccountStatement statement(Actor actor, StatementOf owner, DayRange days) throws SQLException {
        Optional<Payer> only = permit(actor, owner);
        return transactions.run(transaction -> {
            AccountStore store = new AccountStore(transaction, owner, only);
            Named named = owner(store, days);
            List<AccountLine> lines = store.lines(days, MOST_ON_A_PAGE + 1);
            List<AccountEntry> entries = store.entries(days, MOST_ON_A_PAGE + 1);
            if (Math.max(lines.size(), entries.size()) > MOST_ON_A_PAGE) {
                throw new RefusedException(AccountRefusal.TOO_LONG, "days");
            }
            return new AccountStatement(
                    named.name(),
                    named.code(),
                    days,
                    store.openingFen(days.from()),
                    lines,
                    entries,
                    store.balances(days),
                    store.closingFen(days.to()),
                    VendorNames.byCode(transaction));
        });
    }

    /** Entries beyond clearing of the days after this one, cleared or not: within a year, at most 5000. */
    public List<AccountEntry> after(Actor actor, StatementOf owner, LocalDate day) throws SQLException {
        Optional<Payer> only = permit(actor, owner);
        DayRange later = new DayRange(day.plusDays(1), day.plusYears(1));
        return transactions.run(
                transaction -> new AccountStore(transaction, owner, only).entries(later, MOST_ON_A_PAGE));
    }

    /** Whose statement it is, by the code that files give a vendor. */
    public StatementOf vendor(Actor actor, String code) throws SQLException {
        permit(actor);
        OptionalInt vendorId = transactions.run(transaction -> AccountStore.vendor(transaction, code));
        return new StatementOf.OneVendor(
                vendorId.orElseThrow(() -> new RefusedException(AccountRefusal.VENDOR_UNKNOWN, "vendor")));
    }

    /** The same of a payer; refused to another district's staff. */
    public StatementOf payer(Actor actor, Payer payer) {
        StatementOf owner = new StatementOf.OnePayer(payer);
        permit(actor, owner);
        return owner;
    }

    /** Whose statement there can be: the names of vendors by their codes. */
    public Map<String, String> vendors(Actor actor) throws SQLException {
        permit(actor);
        return transactions.run(VendorNames::byCode);
    }

    /** The last day of which there can be a statement; empty: none was cleared. */
    public Optional<LocalDate> lastDay(Actor actor) throws SQLException {
        permit(actor);
        return transactions.run(AccountStore::lastCleared);
    }

    /**
     * Writes a statement of any length as CSV, a day at a time: whoever reads slowly holds no connection. The audit
     * trail has it before the first row.
     *
     * @return how many rows of taps and entries
     * @throws IllegalStateException when lines and journal do not agree; the file has no last balance then
     */
    public long export(Actor actor, StatementOf owner, DayRange days, String reason, Appendable out)
            throws SQLException, IOException {
        Optional<Payer> only = permit(actor, owner);
        String why = StatedReason.of(reason, AccountRefusal.REASON_INVALID);
        StatementCsv csv = transactions.run(transaction -> {
            AccountStore store = new AccountStore(transaction, owner, only);
            Named named = owner(store, days);
            AuditEntry entry = AuditEntry.of("ACCOUNT_EXPORTED", "ACCOUNT", named.code())
                    .with(Map.of("days", days.toString()))
                    .because(why);
            StatementCsv opened = new StatementCsv(
                    out, new StatementWords(VendorNames.byCode(transaction)), store.openingFen(days.from()));
            audit.append(transaction, actor, entry);
            return opened;
        });
        csv.begin(days.from());
        for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            csv.write(transactions.run(dayOf(owner, only, day)));
        }
        csv.end(days.to(), transactions.run(t -> new AccountStore(t, owner, only).closingFen(days.to())));
        return csv.rows();
    }

    /** A day's part of a statement. */
    record Day(List<AccountLine> lines, List<AccountEntry> entries) {}

    private static Transactions.Work<Day> dayOf(StatementOf owner, Optional<Payer> only, LocalDate day) {
        return (Connection transaction) -> {
            AccountStore store = new AccountStore(transaction, owner, only);
            DayRange itself = new DayRange(day, day);
            return new Day(store.lines(itself, Integer.MAX_VALUE), store.entries(itself, Integer.MAX_VALUE));
        };
    }

    private static Named owner(AccountStore store, DayRange days) throws SQLException {
        Named named =
                store.findOwner().orElseThrow(() -> new RefusedException(AccountRefusal.VENDOR_UNKNOWN, "vendor"));
        if (store.isOpen(days)) {
            throw new RefusedException(AccountRefusal.DAY_NOT_CLEARED, "days");
        }
        return named;
    }

    /** The one payer whose money they see; empty: all. */
    private static Optional<Payer> permit(Actor actor, StatementOf owner) {
        permit(actor);
        Optional<Payer> only = actor.scope().onlyPayer();
        if (only.isPresent()
                && owner instanceof StatementOf.OnePayer of
                && !of.payer().equals(only.get())) {
            throw new RefusedException(AccountRefusal.OTHER_PAYER, "payer");
        }
        return only;
    }

    private static void permit(Actor actor) {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(AccountRefusal.NOT_PERMITTED);
        }
    }
}
